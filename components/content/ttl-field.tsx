"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { ttlSecondsMax } from "@/lib/domain/notifications/ttl";

const secondsPerHour = 3_600;

export type TtlFieldProps = {
  help: string;
  ttlSeconds: number | null;
  onChange: (ttlSeconds: number | null) => void;
  className?: string;
};

/** After how long a message that reached nobody is of no use any more. */
export function TtlField({ help, ttlSeconds, onChange, className }: TtlFieldProps) {
  const t = useTranslations("campaigns.delivery");
  return (
    <Field label={t("ttl")} help={help} className={className} optional>
      <NumberField
        min={1}
        max={ttlSecondsMax / secondsPerHour}
        value={ttlSeconds === null ? null : ttlSeconds / secondsPerHour}
        onValueChange={(hours) => onChange(hours === null ? null : Math.round(hours * secondsPerHour))}
      />
    </Field>
  );
}
