"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";

export type LimitFieldProps = {
  label: string;
  help?: string;
  value: number | null;
  onValueChange: (value: number | null) => void;
  max: number;
  error?: string;
};

/** A number; nothing and 0 are no limit. */
export function LimitField({ label, help, value, onValueChange, max, error }: LimitFieldProps) {
  const t = useTranslations("offers.form");
  return (
    <Field label={label} {...(help ? { help } : {})} {...(error ? { error } : {})}>
      <NumberField
        value={value}
        onValueChange={(count) => onValueChange(count || null)}
        min={0}
        max={max}
        placeholder={t("noLimit")}
      />
    </Field>
  );
}
