"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { Select } from "@/components/ui/forms/select";
import { type CapPeriod, capUnits } from "@/lib/domain/timing/frequency-cap";

export type CapPeriodFieldsProps = { period: CapPeriod; onChange: (period: CapPeriod) => void };

const kinds = ["rolling", ...capUnits] as const;
const hoursDefault = 24;
const hoursMax = 744;

/** Any so many hours, or the person's own day, week or month. */
export function CapPeriodFields({ period, onChange }: CapPeriodFieldsProps) {
  const t = useTranslations("timing.rules.caps");
  return (
    <>
      <Field label={t("period")}>
        <Select
          options={kinds.map((value) => ({ value, label: t(`periods.${value}`) }))}
          value={period.kind === "rolling" ? "rolling" : period.unit}
          onValueChange={(kind) =>
            onChange(kind === "rolling" ? { kind, hours: hoursDefault } : { kind: "calendar", unit: kind })
          }
        />
      </Field>
      {period.kind === "rolling" ? (
        <Field label={t("hours")} className="sm:col-start-2">
          <NumberField
            min={1}
            max={hoursMax}
            value={period.hours}
            onValueChange={(hours) => onChange({ kind: "rolling", hours: hours ?? hoursDefault })}
          />
        </Field>
      ) : null}
    </>
  );
}
