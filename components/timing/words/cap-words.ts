import type { Channel } from "@/lib/domain/channels/channel";
import type { FrequencyCap } from "@/lib/domain/timing/frequency-cap";
import { listText } from "./language-of-dates";
import type { Words } from "./words";

export type CapWords = { t: Words; channelName: (channel: Channel) => string; locale: string };

/** "At most 3 messages a day over all channels; one more is left out.", in the language of the words. */
export function capSentence({ t, channelName, locale }: CapWords, cap: FrequencyCap): string {
  const { limit, period, channels, whenFull } = cap;
  return t(`cap.${whenFull}`, {
    limit,
    period:
      period.kind === "rolling"
        ? t("cap.period.rolling", { hours: period.hours })
        : t(`cap.period.${period.unit}`),
    channels: channels
      ? t("cap.through", { channels: listText(channels.map(channelName), locale) })
      : t("cap.throughAll"),
  });
}
