import { unsafeAcrossWorkspacesTakeExpiredJobs } from "@/db/queries/system/expired-jobs";
import type { SystemScope } from "@/db/scope";
import { removeFromSpoolByPrefix, removeStaleFromSpool } from "@/lib/platform/spool/spool";
import { jobFilesKeptHours } from "./job";

const batch = 200;

/** Removes what expired jobs left behind, and the remains of uploads that never became a job. */
export async function sweepJobs(system: SystemScope, now: Date): Promise<{ expired: number }> {
  let expired = 0;
  for (;;) {
    const jobs = await unsafeAcrossWorkspacesTakeExpiredJobs(system, batch);
    for (const job of jobs) await removeFromSpoolByPrefix(job.workspaceId, job.id);
    expired += jobs.length;
    if (jobs.length < batch) break;
  }
  await removeStaleFromSpool(new Date(now.getTime() - (jobFilesKeptHours + 24) * 3_600_000));
  return { expired };
}
