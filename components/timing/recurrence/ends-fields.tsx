"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { NumberField } from "@/components/ui/forms/number-field";
import { Select } from "@/components/ui/forms/select";
import type { RecurrenceForm } from "@/lib/domain/timing/recurrence/recurrence-form";

type Ends = RecurrenceForm["ends"];

export type EndsFieldsProps = { ends: Ends; firstDate: string; onChange: (ends: Ends) => void };

const kinds = ["never", "until", "count"] as const;
const countMax = 10_000;
const countDefault = 10;

/** Never, on a date or after so many times. */
export function EndsFields({ ends, firstDate, onChange }: EndsFieldsProps) {
  const t = useTranslations("timing.recurrence");
  const choose = (kind: Ends["kind"]) => {
    if (kind === "never") onChange({ kind });
    else if (kind === "count") onChange({ kind, count: countDefault });
    else onChange({ kind, until: monthsAfter(firstDate, 1) });
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("ends")}>
        <Select
          options={kinds.map((value) => ({ value, label: t(`endKinds.${value}`) }))}
          value={ends.kind}
          onValueChange={choose}
        />
      </Field>
      {ends.kind === "until" ? (
        <Field label={t("lastDate")} {...(ends.until < firstDate ? { error: t("endsBeforeStart") } : {})}>
          <Input
            type="date"
            value={ends.until}
            min={firstDate}
            onChange={({ currentTarget: { value } }) => value && onChange({ kind: "until", until: value })}
          />
        </Field>
      ) : null}
      {ends.kind === "count" ? (
        <Field label={t("times")}>
          <NumberField
            min={1}
            max={countMax}
            value={ends.count}
            onValueChange={(count) => onChange({ kind: "count", count: count ?? 1 })}
          />
        </Field>
      ) : null}
    </div>
  );
}

function monthsAfter(date: string, months: number): string {
  const day = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
}
