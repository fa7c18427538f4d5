"use client";

import { Pause, Play, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { StatusPill } from "@/components/ui/display/status-pill";
import { Progress } from "@/components/ui/feedback/progress";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { hasEnded, type JobAction } from "@/lib/domain/jobs/job";
import { type Job, useJobActs } from "./api";
import { toneOfJob, useJobTitle } from "./job-words";

export type JobProgressProps = { workspace: string; job: Job; mayStop: boolean };

/** How far a job is, how fast, and how to stop it. */
export function JobProgress({ workspace, job, mayStop }: JobProgressProps) {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const titleOf = useJobTitle();
  const handled = job.done + job.failed;
  const max = Math.max(job.total ?? 0, handled, 1);
  const facts = [
    job.ratePerSecond !== null && job.status === "running"
      ? t("rate", { rate: format.number(job.ratePerSecond) })
      : null,
    job.secondsLeft ? t("timeLeft", { time: leftIn(job.secondsLeft, format, t) }) : null,
    job.failed > 0 ? t("refused", { count: job.failed }) : null,
  ].filter((fact) => fact !== null);
  return (
    <div className="flex flex-col gap-3">
      <Progress
        label={titleOf(job)}
        value={job.status === "queued" || job.total === null ? null : handled}
        max={max}
        detail={t("doneOfTotal", {
          done: format.number(handled),
          total: format.number(job.total ?? handled),
        })}
        tone={job.status === "failed" ? "danger" : job.status === "paused" ? "warning" : "brand"}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusPill status={toneOfJob[job.status]}>{t(`statuses.${job.status}`)}</StatusPill>
        <p className="text-muted-foreground text-sm tabular-nums">{facts.join(" · ")}</p>
        {mayStop && !hasEnded(job.status) ? <StopButtons workspace={workspace} job={job} /> : null}
      </div>
    </div>
  );
}

function leftIn(
  seconds: number,
  format: ReturnType<typeof useFormatter>,
  t: ReturnType<typeof useTranslations>,
): string {
  if (seconds < 60) return t("seconds", { count: seconds });
  return t("minutes", { count: format.number(Math.ceil(seconds / 60)) });
}

function StopButtons({ workspace, job }: { workspace: string; job: Job }) {
  const t = useTranslations("jobs");
  const acts = useJobActs(workspace);
  const change = (action: JobAction) => ({ jobId: job.id, action });
  return (
    <div className="ml-auto flex gap-2">
      {job.status === "paused" ? (
        <Button icon={<Play />} onClick={() => acts.mutate(change("resume"))}>
          {t("resume")}
        </Button>
      ) : (
        <Button icon={<Pause />} onClick={() => acts.mutate(change("pause"))}>
          {t("pause")}
        </Button>
      )}
      <ConfirmDialog
        trigger={<Button icon={<X />}>{t("cancel")}</Button>}
        title={t("cancelTitle")}
        description={t("cancelDescription")}
        confirmLabel={t("cancelConfirm")}
        onConfirm={() => acts.mutateAsync(change("cancel"))}
      />
    </div>
  );
}
