"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import type { RecurrenceForm } from "@/lib/domain/timing/recurrence/recurrence-form";

export type MonthDayFieldsProps = { form: RecurrenceForm; onChange: (form: RecurrenceForm) => void };

const days = Array.from({ length: 31 }, (_, index) => index + 1);
const inEveryMonthMax = 28;

/** A day by its number or the last one, and what months without it do. */
export function MonthDayFields({ form, onChange }: MonthDayFieldsProps) {
  const t = useTranslations("timing.recurrence");
  const { monthDay, shortMonth } = form;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("monthDay")}>
        <Select
          options={[
            ...days.map((day) => ({ value: String(day), label: t("dayOfMonth", { day }) })),
            { value: "last", label: t("lastDay") },
          ]}
          value={String(monthDay)}
          onValueChange={(value) => onChange({ ...form, monthDay: value === "last" ? value : Number(value) })}
        />
      </Field>
      {monthDay !== "last" && monthDay > inEveryMonthMax ? (
        <Field label={t("shortMonth", { day: monthDay })}>
          <Select
            options={[
              { value: "last_day", label: t("shortMonths.last_day") },
              { value: "skip", label: t("shortMonths.skip") },
            ]}
            value={shortMonth}
            onValueChange={(next) => onChange({ ...form, shortMonth: next })}
          />
        </Field>
      ) : null}
    </div>
  );
}
