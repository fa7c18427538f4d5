import { followJob, lockBatchOfJob } from "@/db/queries/coupons/batches/follow-job";
import { failJob } from "@/db/queries/jobs/advance-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { AppError } from "@/lib/platform/errors";
import { removeFromSpoolByPrefix } from "@/lib/platform/spool/spool";

/**
 * Ends a job whose work cannot go on, with the reason. What it has done stays, and stays counted. `fence` is of the
 * execution that says so: one that has lost the job ends nothing.
 */
export async function giveUpJob(
  ctx: WorkspaceContext,
  jobId: string,
  error: AppError,
  fence?: string,
): Promise<void> {
  const { reason = error.code, line, problem } = error.details;
  const failure = { reason, line, problem };
  const hasFailed = await ctx.transaction(async (tx) => {
    await lockBatchOfJob(tx.scope, jobId);
    const isMine = await failJob(tx.scope, { id: jobId, fence }, { detail: error.message, failure });
    if (isMine) await followJob(tx.scope, jobId, { status: "failed", detail: error.message });
    if (isMine) await tx.announce("jobs", jobId);
    return isMine;
  });
  if (hasFailed) await removeFromSpoolByPrefix(ctx.workspaceId, jobId);
}
