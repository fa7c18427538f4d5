"use client";

import { useState } from "react";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { toInstant, toWallTime, type WallTime } from "@/lib/domain/timing/zone-clock";

export type MomentFieldsProps = {
  dateLabel: string;
  timeLabel: string;
  /** Whose clock it is. */
  help: string;
  error?: string | undefined;
  /** ISO instant. */
  value: string;
  /** IANA. */
  zone: string;
  /** Not called while a part is missing. */
  onChange: (value: string) => void;
};

/** A date and a time on the clock of a zone. */
export function MomentFields({
  dateLabel,
  timeLabel,
  help,
  error,
  value,
  zone,
  onChange,
}: MomentFieldsProps) {
  const [wall, setWall] = useState<WallTime>(() => toWallTime(new Date(value), zone));
  const set = (next: WallTime) => {
    setWall(next);
    const instant = toInstant(next, zone);
    if (instant) onChange(instant.toISOString());
  };
  return (
    <div className="grid max-w-md gap-4 sm:grid-cols-[1fr_8rem]">
      <Field label={dateLabel} help={help} {...(error ? { error } : {})}>
        <Input
          type="date"
          value={wall.date}
          onChange={(event) => set({ ...wall, date: event.currentTarget.value })}
        />
      </Field>
      <Field label={timeLabel}>
        <Input
          type="time"
          value={wall.time}
          onChange={(event) => set({ ...wall, time: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}
