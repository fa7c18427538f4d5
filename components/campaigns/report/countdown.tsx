"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarX2, Undo2 } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/display/card";
import { useClock } from "@/lib/browser/use-clock";
import { undoSecondsMax } from "@/lib/domain/campaigns/campaign";
import { type Campaign, forecastOptions } from "../api";
import { CampaignSchedule } from "../schedule/campaign-schedule";
import { PutOff } from "../schedule/put-off";
import { ScheduleSentence } from "../schedule/schedule-sentence";
import { namesMoment } from "../schedule/send-act";
import { useCampaignActs } from "../use-campaign-acts";

const tickMillis = 250;

/** The time that is left, and the way back. */
export function Countdown({ campaign, timeZone }: { campaign: Campaign; timeZone: string }) {
  const t = useTranslations("campaigns.countdown");
  const { slug } = useShell().workspace;
  const maySend = useMay("campaigns.send");
  const { change } = useCampaignActs(slug);
  const now = useClock(tickMillis, useNow());
  // A forecast reads the whole audience: only where something is said of it.
  const forecast = useQuery({
    ...forecastOptions(slug, campaign.id, campaign.version),
    enabled: namesMoment(campaign),
  });
  const { scheduledAt, scheduleType } = campaign;
  if (!scheduledAt) return null;
  const seconds = Math.max(0, Math.ceil((scheduledAt.getTime() - now) / 1_000));
  const isUndo = (scheduleType === "send_now" || scheduleType === "best_time") && seconds <= undoSecondsMax;
  const isSeries = scheduleType === "recurring";
  const zone = campaign.timing.timeZone ?? timeZone;
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0">
          <p className="font-semibold text-lg tabular-nums">
            {isUndo ? (
              <>
                <span role="status" className="sr-only">
                  {t("undoHint")}
                </span>
                <span aria-hidden={seconds > 0}>
                  {seconds > 0 ? t("sendingIn", { seconds }) : t("starting")}
                </span>
              </>
            ) : (
              t(seconds <= 0 ? "starting" : isSeries ? "waitingForNext" : "waiting")
            )}
          </p>
          <div className="text-muted-foreground text-sm">
            {isUndo ? t("undoHelp") : <CampaignSchedule {...campaign} workspaceZone={timeZone} />}
            {isSeries ? (
              <p className="mt-1">
                {t("next")} <ScheduleSentence at={scheduledAt} zone={zone} />
              </p>
            ) : null}
            {forecast.data ? (
              <PutOff plan={campaign} timeZone={timeZone} forecast={forecast.data} className="mt-1" />
            ) : null}
          </div>
        </div>
        {maySend && seconds > 0 ? (
          <Button
            variant={isUndo ? "primary" : "secondary"}
            icon={isUndo ? <Undo2 /> : <CalendarX2 />}
            loading={change.isPending}
            onClick={() => change.mutate({ act: "unschedule", campaign })}
          >
            {t(isUndo ? "undo" : "unschedule")}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
