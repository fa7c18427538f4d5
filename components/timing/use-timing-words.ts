import { useLocale, useTranslations } from "next-intl";
import { cityOf } from "@/lib/browser/time-zones";
import type { CampaignTiming } from "@/lib/domain/timing/campaign-timing";
import type { FrequencyCap } from "@/lib/domain/timing/frequency-cap";
import type { Recurrence } from "@/lib/domain/timing/recurrence/occurrences";
import type { SendingWindow } from "@/lib/domain/timing/sending-window";
import { capSentence } from "./words/cap-words";
import { recurrenceSentence } from "./words/recurrence-words";
import { windowSentence } from "./words/window-words";
import type { Words } from "./words/words";

/** Rules of timing as sentences in the reader's language. */
export function useTimingWords() {
  const t = useTranslations("timing") as Words;
  const tChannel = useTranslations("content.channels");
  const locale = useLocale();
  const place = ({ clock, timeZone }: Pick<CampaignTiming, "clock" | "timeZone">, workspaceZone: string) =>
    clock === "recipient" ? t("sentence.ownClock") : cityOf(timeZone ?? workspaceZone, locale);
  return {
    series: (
      recurrence: Recurrence,
      clock: Pick<CampaignTiming, "clock" | "timeZone">,
      workspaceZone: string,
    ) => recurrenceSentence(t, recurrence, { place: place(clock, workspaceZone), locale }),
    window: (window: SendingWindow) => windowSentence(t, window, locale),
    cap: (cap: FrequencyCap) => capSentence({ t, channelName: (channel) => tChannel(channel), locale }, cap),
  };
}
