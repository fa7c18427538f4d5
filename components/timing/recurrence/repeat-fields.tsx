"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { Select } from "@/components/ui/forms/select";
import type { RecurrenceForm } from "@/lib/domain/timing/recurrence/recurrence-form";
import { frequencies } from "@/lib/domain/timing/recurrence/rule";
import { weekdayOfDate } from "@/lib/domain/timing/weekday-names";
import { MonthDayFields } from "./month-day-fields";
import { WeekdayToggles } from "./weekday-toggles";

export type RepeatFieldsProps = {
  form: RecurrenceForm;
  /** The first date of the series. */
  firstDate: string;
  onChange: (form: RecurrenceForm) => void;
};

const intervalMax = 99;

/** How often, and on which of its days. */
export function RepeatFields({ form, firstDate, onChange }: RepeatFieldsProps) {
  const t = useTranslations("timing.recurrence");
  const { frequency, interval } = form;
  const choose = (next: RecurrenceForm["frequency"]) =>
    onChange({ ...form, frequency: next, ...startingPoint(next, firstDate) });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("repeats")}>
          <Select
            options={frequencies.map((value) => ({ value, label: t(`frequencies.${value}`) }))}
            value={frequency}
            onValueChange={choose}
          />
        </Field>
        <Field label={t(`every.${frequency}`)}>
          <NumberField
            min={1}
            max={intervalMax}
            value={interval}
            onValueChange={(next) => onChange({ ...form, interval: next ?? 1 })}
          />
        </Field>
      </div>
      {frequency === "weekly" ? (
        <div className="flex flex-col gap-1.5">
          <span aria-hidden className="font-medium text-sm">
            {t("weekdays")}
          </span>
          <WeekdayToggles
            label={t("weekdays")}
            value={form.weekdays.length > 0 ? form.weekdays : [weekdayOfDate(firstDate)]}
            onValueChange={(weekdays) => onChange({ ...form, weekdays })}
          />
        </div>
      ) : null}
      {frequency === "monthly" ? <MonthDayFields form={form} onChange={onChange} /> : null}
      {frequency === "yearly" ? <YearDay date={firstDate} /> : null}
    </>
  );
}

/** What a frequency begins with: the day on which the series begins. */
function startingPoint(frequency: RecurrenceForm["frequency"], date: string): Partial<RecurrenceForm> {
  if (frequency === "weekly") return { weekdays: [weekdayOfDate(date)] };
  return frequency === "monthly" ? { monthDay: Number(date.slice(8, 10)) || 1 } : {};
}

function YearDay({ date }: { date: string }) {
  const t = useTranslations("timing.recurrence");
  return <p className="text-muted-foreground text-sm">{t(isLeapDay(date) ? "leapDay" : "yearDay")}</p>;
}

const isLeapDay = (date: string): boolean => date.endsWith("-02-29");
