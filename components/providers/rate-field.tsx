"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { ratePerSecondMax } from "@/lib/domain/providers/provider";

export type RateFieldProps = {
  value: number | null;
  onValueChange: (value: number | null) => void;
  error?: string | undefined;
};

export function RateField({ value, onValueChange, error }: RateFieldProps) {
  const t = useTranslations("providers");
  return (
    <Field label={t("rateField")} help={t("rateHelp")} {...(error ? { error } : {})}>
      <NumberField
        value={value}
        onValueChange={(next) => onValueChange(next)}
        min={1}
        max={ratePerSecondMax}
        className="max-w-48"
      />
    </Field>
  );
}
