import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { formats } from "@/i18n/formats";
import { cityOf, offsetOf } from "@/lib/browser/time-zones";

/** A moment by the clock of a zone, which it names: "27 November 2026, 10:00 (Istanbul, GMT+3)". */
export function useZonedMoment(zone: string): (at: Date, style: keyof typeof formats.dateTime) => string {
  const t = useTranslations("campaigns.schedule");
  const format = useFormatter();
  const locale = useLocale();
  return (at, style) =>
    t("at", {
      moment: format.dateTime(at, style, { timeZone: zone }),
      city: cityOf(zone, locale),
      offset: offsetOf(zone, locale, at),
    });
}
