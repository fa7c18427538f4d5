import { useFormatter, useTranslations } from "next-intl";
import { sendActOf } from "../../schedule/send-act";
import { useZonedMoment } from "../../schedule/use-zoned-moment";
import type { ScheduleDraft } from "../campaign-draft";

/** What the button does, to how many and, where it waits, until when by the campaign's clock. */
export function useSendLabel(draft: ScheduleDraft, workspaceZone: string): (count: number) => string {
  const t = useTranslations("campaigns.send");
  const format = useFormatter();
  const timeZone = draft.timing.timeZone ?? workspaceZone;
  const zoned = useZonedMoment(timeZone);
  const act = sendActOf(draft);
  const momentOf = (at: Date): string =>
    act === "ownClock" ? format.dateTime(at, "dateTime", { timeZone }) : zoned(at, "dateTime");
  const { scheduledAt } = draft;
  return (count) => t(act, { count, moment: scheduledAt ? momentOf(scheduledAt) : "" });
}
