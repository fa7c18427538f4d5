import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { JobKind } from "./job";
import { JobRun, type JobWork } from "./job-run";

export type SliceOutcome = "more" | "ended";

/** One slice of a job, by the work of its kind. A job that was paused, cancelled or has ended is left alone. */
export async function runJobSlice(
  ctx: WorkspaceContext,
  jobId: string,
  workOf: Record<JobKind, JobWork>,
  options: { sliceMillis?: number } = {},
): Promise<SliceOutcome> {
  const run = await JobRun.claim(ctx, jobId, options);
  if (!run) return "ended";
  const isComplete = await workOf[run.job.kind](run);
  if (!isComplete) return "more";
  await run.complete();
  return "ended";
}
