"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { useClock } from "@/lib/browser/use-clock";
import { useZonedMoment } from "./use-zoned-moment";

const minuteMillis = 60_000;

/** "Friday, 27 November 2026 at 10:00 (Istanbul, GMT+3), in 6 days", and the reader's own time where it differs. */
export function ScheduleSentence({ at, zone }: { at: Date; zone: string }) {
  const t = useTranslations("campaigns.schedule");
  const format = useFormatter();
  const now = useClock(minuteMillis, useNow());
  const moment = useZonedMoment(zone);
  const there = format.dateTime(at, "full", { timeZone: zone });
  const here = format.dateTime(at, "full");
  return (
    <>
      <strong className="font-medium">{moment(at, "full")}</strong>{" "}
      <span className="text-muted-foreground">
        {format.relativeTime(at, now)}
        {here === there ? null : <> · {t("yourTime", { moment: here })}</>}
      </span>
    </>
  );
}
