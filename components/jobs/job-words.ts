import { useTranslations } from "next-intl";
import type { StatusTone } from "@/components/ui/display/status-pill";
import type { JobStatus } from "@/lib/domain/jobs/job";
import type { Job } from "./api";

export const toneOfJob: Record<JobStatus, StatusTone> = {
  queued: "waiting",
  running: "active",
  paused: "paused",
  completed: "done",
  failed: "failed",
  cancelled: "stopped",
};

/** How a job is called: what it does, and to which file where there is one. */
export const titleOfJob = (kind: string, { title }: Pick<Job, "title">): string =>
  title ? `${kind} · ${title}` : kind;

export function useJobTitle() {
  const t = useTranslations("jobs");
  return (job: Pick<Job, "kind" | "title">): string => titleOfJob(t(`kinds.${job.kind}`), job);
}

/** Why a job failed, in the person's language where the reason is a known one. */
export function useJobFailure() {
  const t = useTranslations("jobs.failures");
  return (job: Pick<Job, "result" | "errorDetail">): string => {
    const failure = (job.result?.failure ?? {}) as { reason?: string; line?: number };
    const { reason = "internal", line = 0 } = failure;
    return t.has(reason) ? t(reason, { line }) : (job.errorDetail ?? t("internal"));
  };
}
