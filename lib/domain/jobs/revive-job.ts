import { findJob } from "@/db/queries/jobs/find-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { jobRequested } from "./job-event";

/**
 * A run that died too often to go on: a job that got further than when that run was asked for, `done`, goes on in another.
 * One that did not is what kills the process, and stays down.
 */
export function reviveJob(
  ctx: WorkspaceContext,
  { jobId, done }: { jobId: string; done: number },
): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const job = await findJob(tx.scope, jobId);
    const isAlive = job?.status === "queued" || job?.status === "running";
    if (!isAlive || job.done <= done) return false;
    await tx.emit(jobRequested(job));
    return true;
  });
}
