import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useTimingWords } from "@/components/timing/use-timing-words";
import { cityOf } from "@/lib/browser/time-zones";
import { wakesPhones } from "@/lib/domain/channels/channel";
import { type SendingRules, windowFor } from "@/lib/domain/timing/sending-rules";
import { isUsableWindow } from "@/lib/domain/timing/sending-window";
import type { Campaign } from "../api";

type Delivery = Pick<
  Campaign,
  "channelType" | "category" | "scheduleType" | "timing" | "ttlSeconds" | "priority"
>;

/** The hours in which people may be reached, and every limit that was set, as sentences. */
export function useDeliveryWords(campaign: Delivery, sendingRules: SendingRules, workspaceZone: string) {
  const hours = useHoursText(campaign, sendingRules);
  return { hours, limits: useLimitTexts(campaign, workspaceZone) };
}

function useHoursText({ channelType, category, timing }: Delivery, sendingRules: SendingRules): string {
  const t = useTranslations("campaigns.delivery.hours");
  const words = useTimingWords();
  const { sendingWindow } = timing;
  if (category === "transactional") return t("anySentence");
  const window =
    sendingWindow === "workspace" ? windowFor(sendingRules, channelType, category) : sendingWindow;
  if (window === null || window === "any") return t("anySentence");
  return isUsableWindow(window) ? t("sentence", { hours: words.window(window) }) : t("unfinished");
}

function useLimitTexts(
  { scheduleType, timing, ttlSeconds, priority, channelType }: Delivery,
  workspaceZone: string,
) {
  const t = useTranslations("campaigns.delivery.limits");
  const format = useFormatter();
  const locale = useLocale();
  const { throttlePerMinute, expiresAt, latenessMinutesMax } = timing;
  const zone = timing.timeZone ?? workspaceZone;
  const isHeldWhenLate = scheduleType === "scheduled" || scheduleType === "best_time";
  const stopsAt = expiresAt && {
    moment: format.dateTime(new Date(expiresAt), { dateStyle: "medium", timeStyle: "short", timeZone: zone }),
    city: cityOf(zone, locale),
  };
  const texts = [
    t(priority === "high" && !wakesPhones(channelType) ? "pace.highElsewhere" : `pace.${priority}`),
    throttlePerMinute && t("throttle", { count: throttlePerMinute }),
    stopsAt && t("stopAt", stopsAt),
    ttlSeconds && t("ttl", { hours: Math.round(ttlSeconds / 3_600) }),
    isHeldWhenLate && t("lateness", { minutes: latenessMinutesMax }),
  ];
  return texts.filter((text) => typeof text === "string");
}
