"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { TimeZoneCombobox } from "@/components/ui/forms/time-zone-combobox";
import { toWallTime, type WallTime } from "@/lib/domain/timing/zone-clock";

export type WhenFieldsProps = {
  wall: WallTime;
  zone: string;
  workspaceZone: string;
  onChange: (wall: WallTime, zone: string) => void;
  error?: string | undefined;
  /** Of a series: when it begins. */
  isFirst?: boolean;
};

/** Date and time as the clock of a named zone shows them. */
export function WhenFields({ wall, zone, workspaceZone, onChange, error, isFirst }: WhenFieldsProps) {
  const t = useTranslations("campaigns.schedule");
  const today = toWallTime(new Date(), zone).date;
  return (
    <div className="grid gap-4 sm:grid-cols-[1fr_8rem_minmax(0,1.6fr)]">
      <Field label={t(isFirst ? "firstDate" : "date")} {...(error ? { error } : {})}>
        <Input
          type="date"
          value={wall.date}
          {...(isFirst ? {} : { min: today })}
          onChange={(event) => onChange({ ...wall, date: event.currentTarget.value }, zone)}
        />
      </Field>
      <Field label={t("time")}>
        <Input
          type="time"
          value={wall.time}
          onChange={(event) => onChange({ ...wall, time: event.currentTarget.value }, zone)}
        />
      </Field>
      <Field label={t("zone")} help={t(zone === workspaceZone ? "workspaceZone" : "otherZone")}>
        <TimeZoneCombobox
          value={zone}
          preferred={workspaceZone}
          onValueChange={(next) => onChange(wall, next)}
        />
      </Field>
    </div>
  );
}
