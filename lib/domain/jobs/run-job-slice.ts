import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { isAppError, mayPass } from "@/lib/platform/errors";
import { giveUpJob } from "./give-up-job";
import type { JobKind } from "./job";
import { JobRun, JobStopped, type JobWork } from "./job-run";

export type SliceOutcome = "more" | "ended";

/**
 * One slice of a job, by the work of its kind. A job that was paused, cancelled or has ended is left alone. What a
 * person can mend ends the job with the reason; what may pass by itself is thrown, to be tried again.
 */
export async function runJobSlice(
  ctx: WorkspaceContext,
  jobId: string,
  workOf: Record<JobKind, JobWork>,
  options: { sliceMillis?: number } = {},
): Promise<SliceOutcome> {
  const run = await JobRun.claim(ctx, jobId, options);
  if (!run) return "ended";
  try {
    const isComplete = await workOf[run.job.kind](run);
    if (!isComplete) return "more";
    await run.complete();
  } catch (error) {
    if (error instanceof JobStopped) return "ended";
    if (!isAppError(error) || mayPass(error)) throw error;
    await giveUpJob(ctx, jobId, error, run.fence);
  }
  return "ended";
}
