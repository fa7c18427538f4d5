"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { Select } from "@/components/ui/forms/select";
import { minutesMax } from "@/lib/domain/automations/definition";
import { type DurationUnit, durationUnits, minutesPer, unitOf } from "../words/duration";

export type DurationFieldProps = {
  label: string;
  minutes: number;
  onChange: (minutes: number) => void;
  min?: number;
  help?: string;
};

/** A number and its unit; nothing is stored while there is no number. */
export function DurationField({ label, minutes, onChange, min = 1, help }: DurationFieldProps) {
  const t = useTranslations("automations.duration");
  const [unit, setUnit] = useState<DurationUnit>(() => unitOf(minutes));
  const [count, setCount] = useState<number | null>(() => minutes / minutesPer[unitOf(minutes)]);
  const countMax = Math.floor(minutesMax / minutesPer[unit]);
  const change = (nextCount: number | null, nextUnit: DurationUnit) => {
    setCount(nextCount);
    setUnit(nextUnit);
    if (nextCount === null) return;
    onChange(Math.min(Math.max(min, Math.round(nextCount * minutesPer[nextUnit])), minutesMax));
  };
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Field
        label={label}
        className="w-40"
        {...(help ? { help } : {})}
        {...(count === null ? { error: t("required") } : {})}
      >
        <NumberField min={min} max={countMax} value={count} onValueChange={(next) => change(next, unit)} />
      </Field>
      <Field label={t("unit")} className="w-36">
        <Select
          options={durationUnits.map((value) => ({ value, label: t(`units.${value}`) }))}
          value={unit}
          onValueChange={(next) => change(count, next)}
        />
      </Field>
    </div>
  );
}
