import { useTranslations } from "next-intl";
import { useZonedMoment } from "../../schedule/use-zoned-moment";
import type { ScheduleDraft } from "../campaign-draft";

export type SendAct = "now" | "later" | "ownClock" | "series" | "bestTime" | "bestTimeFrom";

/** What pressing the button does. */
export function sendActOf({ scheduleType, scheduledAt, timing }: ScheduleDraft): SendAct {
  if (scheduleType === "recurring") return "series";
  if (scheduleType === "best_time") return scheduledAt ? "bestTimeFrom" : "bestTime";
  if (scheduleType === "send_now" || !scheduledAt) return "now";
  return timing.clock === "recipient" ? "ownClock" : "later";
}

/** What the button does, to how many and, where it waits, until when by the campaign's clock. */
export function useSendLabel(draft: ScheduleDraft, workspaceZone: string): (count: number) => string {
  const t = useTranslations("campaigns.send");
  const moment = useZonedMoment(draft.timing.timeZone ?? workspaceZone);
  const { scheduledAt } = draft;
  return (count) =>
    t(sendActOf(draft), { count, moment: scheduledAt ? moment(scheduledAt, "dateTime") : "" });
}
