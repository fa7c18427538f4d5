import { findJob, listJobsWithErrors } from "@/db/queries/jobs/find-job";
import type { JobRow } from "@/db/queries/jobs/job-row";
import { describeMoves } from "@/lib/domain/contacts/imports/describe-moves";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { hasEnded, rateOf, secondsLeftOf } from "./job";

export type Job = JobRow & {
  /** It only counts what would happen. */
  dryRun: boolean;
  ratePerSecond: number | null;
  secondsLeft: number | null;
  hasFile: boolean;
  hasErrors: boolean;
};

export async function getJob(ctx: WorkspaceContext, { jobId }: { jobId: string }): Promise<Job> {
  ctx.require("jobs.read");
  return loadJob(ctx, jobId);
}

/** For the answer to a write: who may start a job sees how it does. */
export async function loadJob(ctx: WorkspaceContext, jobId: string): Promise<Job> {
  const job = await findJob(ctx.scope, jobId);
  if (!job) throw notFound();
  const [withProgress] = await addProgress(ctx, [job]);
  if (!withProgress) throw notFound();
  return withProgress;
}

/** What a progress bar shows beyond the row: rate, time left, and which files there are. */
export async function addProgress(ctx: WorkspaceContext, jobs: JobRow[]): Promise<Job[]> {
  const ids = jobs.map((job) => job.id);
  const [withErrors, results] = await Promise.all([
    listJobsWithErrors(ctx.scope, ids),
    describeMoves(ctx, jobs),
  ]);
  return jobs.map((job, at) => ({
    ...job,
    result: results[at] ?? null,
    dryRun: job.params.dryRun === true,
    ratePerSecond: hasEnded(job.status) ? null : rateOf(job),
    secondsLeft: secondsLeftOf(job),
    hasFile: hasFile(job, ctx.now()),
    hasErrors: withErrors.has(job.id),
  }));
}

/** An export's file exists once it is complete and until it expires. */
export const hasFile = (job: JobRow, now: Date): boolean =>
  (job.kind === "contact_export" || job.kind === "redemption_export") &&
  job.status === "completed" &&
  job.expiresAt !== null &&
  job.expiresAt > now;
