import { followJob, lockBatchOfJob } from "@/db/queries/coupons/batches/follow-job";
import { changeJobStatus } from "@/db/queries/jobs/change-job";
import { findJob } from "@/db/queries/jobs/find-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidState, notFound } from "@/lib/platform/errors";
import { removeFromSpoolByPrefix } from "@/lib/platform/spool/spool";
import { type Job, loadJob } from "./get-job";
import { type JobAction, permissionOfJob, transitionOf } from "./job";
import { jobRequested } from "./job-event";

/** Whoever may start a job of this kind may also stop it. */
export async function changeJob(ctx: WorkspaceContext, jobId: string, action: JobAction): Promise<Job> {
  ctx.require("jobs.write");
  const known = await findJob(ctx.scope, jobId);
  if (!known) throw notFound();
  ctx.require(permissionOfJob[known.kind]);
  const { from, to } = transitionOf(action);
  await ctx.transaction(async (tx) => {
    await lockBatchOfJob(tx.scope, jobId);
    const changed = await changeJobStatus(tx.scope, jobId, from, to);
    if (!changed) {
      const now = (await findJob(tx.scope, jobId))?.status ?? known.status;
      throw invalidState(`A job that is ${now} cannot ${action}.`, { from: now, allowed: from });
    }
    await followJob(tx.scope, jobId, { status: to });
    await tx.audit(`job.${pastOf[action]}`, { kind: "job", id: jobId, name: changed.title });
    if (to === "queued") await tx.emit(jobRequested(changed));
  });
  if (to === "cancelled") await removeFromSpoolByPrefix(ctx.workspaceId, jobId);
  return loadJob(ctx, jobId);
}

const pastOf: Record<JobAction, string> = { pause: "paused", resume: "resumed", cancel: "cancelled" };
