import { useTranslations } from "next-intl";
import { useZonedMoment } from "../schedule/use-zoned-moment";
import type { CampaignDraft } from "./campaign-draft";

/** What the button does, to how many and, where it waits, until when by the clock of the workspace. */
export function useSendLabel(
  { scheduledAt, scheduleType }: Pick<CampaignDraft, "scheduledAt" | "scheduleType">,
  timeZone: string,
): (count: number) => string {
  const t = useTranslations("campaigns.send");
  const moment = useZonedMoment(timeZone);
  return (count) =>
    scheduleType === "scheduled" && scheduledAt
      ? t("later", { count, moment: moment(scheduledAt, "dateTime") })
      : t("now", { count });
}
