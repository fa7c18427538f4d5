"use client";

import { useFormatter, useNow, useTimeZone } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/overlays/tooltip";
import { useClock } from "@/lib/browser/use-clock";

const minuteMillis = 60_000;

export type DateTimeProps = {
  value: Date | string | number;
  /** `relative` in lists, `dateTime` and `date` where the moment itself matters. */
  display?: "relative" | "dateTime" | "date";
  className?: string;
};

/** A moment; hovering or focusing shows it in the reader's zone, in UTC and as Unix seconds. */
export function DateTime({ value, display = "relative", className }: DateTimeProps) {
  const format = useFormatter();
  const zone = useTimeZone();
  const now = useClock(minuteMillis, useNow());
  const date = new Date(value);
  // The clock moves by the minute: what happened since it did has not yet to come.
  const isSinceTick = date.getTime() > now && date.getTime() - now < minuteMillis;
  const text =
    display === "relative"
      ? format.relativeTime(date, isSinceTick ? date : now)
      : format.dateTime(date, display);
  const rows = [
    [zone ?? "", format.dateTime(date, "exact")],
    ["UTC", format.dateTime(date, "exact", { timeZone: "UTC" })],
    ["Unix", String(Math.floor(date.getTime() / 1000))],
  ];
  const details = (
    <span className="grid grid-cols-[auto_auto] gap-x-3 py-0.5 tabular-nums">
      {rows.map(([name, moment]) => (
        <span key={name} className="contents">
          <span className="opacity-70">{name}</span>
          <span className="text-right">{moment}</span>
        </span>
      ))}
    </span>
  );
  return (
    <Tooltip content={details}>
      <time dateTime={date.toISOString()} className={cn("tabular-nums", className)}>
        {text}
      </time>
    </Tooltip>
  );
}
