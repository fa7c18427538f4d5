"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useTimingWords } from "@/components/timing/use-timing-words";
import { isUsableRecurrence } from "@/lib/domain/timing/recurrence/usable-recurrence";
import type { Campaign } from "../api";
import { ScheduleSentence } from "./schedule-sentence";

export type CampaignScheduleProps = Pick<Campaign, "scheduleType" | "scheduledAt" | "timing"> & {
  workspaceZone: string;
};

/** When it goes out, and on whose clock, in words. */
export function CampaignSchedule(props: CampaignScheduleProps) {
  const t = useTranslations("campaigns.schedule");
  const words = useTimingWords();
  const { scheduleType, scheduledAt, timing, workspaceZone } = props;
  const zone = timing.timeZone ?? workspaceZone;
  switch (scheduleType) {
    case "send_now":
      return t("now");
    case "best_time":
      return <BestTime {...props} />;
    case "recurring":
      return timing.recurrence && isUsableRecurrence(timing.recurrence) ? (
        <>
          <strong className="font-medium">{words.series(timing.recurrence, timing, workspaceZone)}</strong>
          <PastZones timing={timing} />
        </>
      ) : (
        t("unfinished")
      );
    case "scheduled":
      if (!scheduledAt) return t("unfinished");
      return timing.clock === "recipient" ? (
        <OwnClock {...props} />
      ) : (
        <ScheduleSentence at={scheduledAt} zone={zone} />
      );
  }
}

function OwnClock({ scheduledAt, timing, workspaceZone }: CampaignScheduleProps) {
  const t = useTranslations("campaigns.schedule");
  const format = useFormatter();
  if (!scheduledAt) return null;
  const timeZone = timing.timeZone ?? workspaceZone;
  return (
    <>
      <strong className="font-medium">
        {t("ownClock.at", {
          moment: format.dateTime(scheduledAt, { dateStyle: "full", timeStyle: "short", timeZone }),
        })}
      </strong>
      <PastZones timing={timing} />
    </>
  );
}

function PastZones({ timing }: Pick<Campaign, "timing">) {
  const t = useTranslations("campaigns.schedule.ownClock");
  if (timing.clock !== "recipient") return null;
  return (
    <span className="block text-muted-foreground">
      {t("pastZones", { policy: t(`policiesInSentence.${timing.whenPast}`) })}
    </span>
  );
}

function BestTime({ scheduledAt, timing, workspaceZone }: CampaignScheduleProps) {
  const t = useTranslations("campaigns.schedule.bestTime");
  return (
    <>
      <strong className="block font-medium">{t(scheduledAt ? "sentenceFrom" : "sentenceNow")}</strong>
      {scheduledAt ? <ScheduleSentence at={scheduledAt} zone={timing.timeZone ?? workspaceZone} /> : null}
    </>
  );
}
