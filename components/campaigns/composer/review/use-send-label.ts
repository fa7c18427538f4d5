import { useTranslations } from "next-intl";
import { sendActOf } from "../../schedule/send-act";
import { useZonedMoment } from "../../schedule/use-zoned-moment";
import type { ScheduleDraft } from "../campaign-draft";

/** What the button does, to how many and, where it waits, until when by the campaign's clock. */
export function useSendLabel(draft: ScheduleDraft, workspaceZone: string): (count: number) => string {
  const t = useTranslations("campaigns.send");
  const moment = useZonedMoment(draft.timing.timeZone ?? workspaceZone);
  const { scheduledAt } = draft;
  return (count) =>
    t(sendActOf(draft), { count, moment: scheduledAt ? moment(scheduledAt, "dateTime") : "" });
}
