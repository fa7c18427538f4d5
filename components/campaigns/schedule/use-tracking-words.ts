import { useFormatter, useTranslations } from "next-intl";
import type { Channel } from "@/lib/domain/channels/channel";
import { type Tracking, trackableOn, utmNames } from "@/lib/domain/events/tracking/tracking";

/** What is noticed of the messages, and what is added to their links. */
export function useTrackingWords(): (tracking: Tracking, channel: Channel) => string[] {
  const t = useTranslations("campaigns.tracking.noticed");
  const format = useFormatter();
  return (tracking, channel) => {
    const noticed = trackableOn[channel].filter((name) => tracking[name]).map((name) => t(name));
    const utm = utmNames.flatMap((name) => (tracking.utm[name] ? `utm_${name}=${tracking.utm[name]}` : []));
    return [noticed.length > 0 ? t("sentence", { what: format.list(noticed) }) : t("nothing"), ...utm];
  };
}
