"use client";

import { Plus, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { exceptDatesMax } from "@/lib/domain/timing/campaign-timing";
import { dayText } from "../words/language-of-dates";

export type ExceptDatesProps = {
  dates: readonly string[];
  firstDate: string;
  onChange: (dates: string[]) => void;
};

/** Days on which the series is silent. */
export function ExceptDates({ dates, firstDate, onChange }: ExceptDatesProps) {
  const t = useTranslations("timing.recurrence");
  const locale = useLocale();
  const [date, setDate] = useState("");
  const add = () => {
    if (!date) return;
    onChange([...new Set([...dates, date])].toSorted());
    setDate("");
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label={t("except")} help={t("exceptHelp")} optional>
        <span className="flex max-w-80 gap-2">
          <Input
            type="date"
            value={date}
            min={firstDate}
            disabled={dates.length >= exceptDatesMax}
            onChange={(event) => setDate(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
          <Button icon={<Plus aria-hidden />} className="max-sm:h-10" onClick={add}>
            {t("addExcept")}
          </Button>
        </span>
      </Field>
      {dates.length > 0 ? (
        <ul aria-label={t("except")} className="flex flex-wrap gap-1.5">
          {dates.map((day) => (
            <li
              key={day}
              className="inline-flex h-7 items-center gap-1 rounded-full border bg-muted pl-2.5 text-sm tabular-nums"
            >
              {dayText(day, locale)}
              <button
                type="button"
                aria-label={t("removeExcept", { date: dayText(day, locale) })}
                className="flex size-7 items-center justify-center rounded-full text-muted-foreground hover:bg-accent hover:text-foreground"
                onClick={() => onChange(dates.filter((other) => other !== day))}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
