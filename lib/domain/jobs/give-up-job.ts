import { failJob } from "@/db/queries/jobs/advance-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { AppError } from "@/lib/platform/errors";
import { removeFromSpoolByPrefix } from "@/lib/platform/spool/spool";

/** Ends a job whose work cannot go on, with the reason. What it has done stays, and stays counted. */
export async function giveUpJob(ctx: WorkspaceContext, jobId: string, error: AppError): Promise<void> {
  const failure = { reason: error.details.reason ?? error.code, line: error.details.line };
  await ctx.transaction(async (tx) => {
    if (await failJob(tx.scope, jobId, error.message, failure)) await tx.announce("jobs", jobId);
  });
  await removeFromSpoolByPrefix(ctx.workspaceId, jobId);
}
