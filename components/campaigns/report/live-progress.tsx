"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { Progress } from "@/components/ui/feedback/progress";
import type { CampaignProgress } from "../api";
import { RetryNotice } from "./retry-notice";
import { useDuration } from "./use-duration";

const announcedSteps = 10;

/** How far sending is; read out at each tenth. */
export function LiveProgress({ progress }: { progress: CampaignProgress }) {
  const t = useTranslations("campaigns.progress");
  const format = useFormatter();
  const duration = useDuration();
  const { totals, status, runStatus, ratePerSecond, etaSeconds } = progress;
  const isFreezing = !totals || runStatus === "freezing";
  const isPaused = status === "paused";
  const isStill = isPaused || progress.sendingStopped;
  const state = isFreezing ? "preparing" : isPaused ? "paused" : isStill ? "stopped" : "sending";
  const audience = totals?.audience ?? 0;
  const settled = totals ? totals.audience - totals.pending : 0;
  const tenth = audience > 0 ? Math.floor((settled / audience) * announcedSteps) * announcedSteps : 0;
  const number = (value: number) => format.number(value, "integer");
  const { waiting, nextDueAt } = progress;
  return (
    <Card>
      <Progress
        label={t(state)}
        value={isFreezing ? null : settled}
        max={Math.max(1, audience)}
        tone={isStill ? "warning" : "brand"}
        {...(isFreezing ? {} : { detail: t("ofTotal", { done: number(settled), total: number(audience) }) })}
        className="text-sm [&_[role=presentation]]:h-2"
      />
      <p role="status" className="sr-only">
        {tenth > 0 ? t("announce", { percent: format.number(tenth / 100, "percent") }) : ""}
      </p>
      {waiting > 0 ? (
        <p className="mt-2 text-muted-foreground text-sm">
          {t("waiting", { count: waiting })}
          {nextDueAt ? ` · ${t("nextDue", { moment: format.dateTime(nextDueAt, "dateTime") })}` : null}
        </p>
      ) : null}
      <RetryNotice progress={progress} />
      <DescriptionList
        layout="grid"
        className="mt-4 max-sm:grid-cols-2"
        items={[
          {
            term: t("rate"),
            detail: <Figure text={isStill ? "–" : t("perSecond", { rate: ratePerSecond })} />,
          },
          {
            term: t("eta"),
            detail: <Figure text={etaSeconds === null || isStill ? "–" : duration(etaSeconds)} />,
          },
          { term: t("left"), detail: <Figure text={number(totals?.pending ?? 0)} /> },
          {
            term: t("startedAt"),
            detail: progress.startedAt ? <DateTime value={progress.startedAt} display="dateTime" /> : "–",
          },
        ]}
      />
    </Card>
  );
}

const Figure = ({ text }: { text: string }) => <span className="font-medium tabular-nums">{text}</span>;
