"use client";

import { useFormatter, useLocale, useNow, useTimeZone, useTranslations } from "next-intl";
import { cityOf, offsetOf } from "@/lib/browser/time-zones";
import { useClock } from "@/lib/browser/use-clock";

const minuteMillis = 60_000;

/** "Friday, 27 November 2026 at 10:00 (Istanbul, GMT+3), in 6 days", and the reader's own time where it differs. */
export function ScheduleSentence({ at, zone }: { at: Date; zone: string }) {
  const t = useTranslations("campaigns.schedule");
  const format = useFormatter();
  const locale = useLocale();
  const ownZone = useTimeZone();
  const now = useClock(minuteMillis, useNow());
  const moment = (timeZone: string) =>
    format.dateTime(at, { dateStyle: "full", timeStyle: "short", timeZone });
  const there = moment(zone);
  const here = ownZone ? moment(ownZone) : there;
  return (
    <>
      <strong className="font-medium">
        {t("at", { moment: there, city: cityOf(zone, locale), offset: offsetOf(zone, locale, at) })}
      </strong>{" "}
      <span className="text-muted-foreground">
        {format.relativeTime(at, now)}
        {here === there ? null : <> · {t("yourTime", { moment: here })}</>}
      </span>
    </>
  );
}
