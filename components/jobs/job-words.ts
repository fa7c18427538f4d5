import { useLocale, useTranslations } from "next-intl";
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

type Named = Pick<Job, "kind" | "dryRun">;

/** Where the words for what a job does are filed: a check of a file is not the import of it. */
export const kindWordOf = ({ kind, dryRun }: Named) => (dryRun ? "importCheck" : (`kinds.${kind}` as const));

/** How a job is called: what it does, and to which file where there is one. */
export const titleOfJob = (kind: string, { title }: Pick<Job, "title">): string =>
  title ? `${kind} · ${title}` : kind;

export function useJobTitle() {
  const t = useTranslations("jobs");
  return (job: Named & Pick<Job, "title">): string => titleOfJob(t(kindWordOf(job)), job);
}

/** Why a job failed, in the person's language where the reason is a known one. */
export function useJobFailure() {
  const t = useTranslations("jobs.failures");
  return (job: Pick<Job, "result" | "errorDetail">): string => {
    const failure = (job.result?.failure ?? {}) as { reason?: string; line?: number; problem?: string };
    const { reason = "internal", line = 0, problem = "" } = failure;
    return t.has(reason) ? t(reason, { line, problem }) : (job.errorDetail ?? t("internal"));
  };
}

/** Where the refused rows are, with what is wrong with them in the person's language. */
export function useErrorFile() {
  const language = useLocale();
  return ({ errorFileUrl }: Pick<Job, "errorFileUrl">): string | null =>
    errorFileUrl && `${errorFileUrl}?${new URLSearchParams({ language })}`;
}
