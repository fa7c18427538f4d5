import { insertJob } from "@/db/queries/jobs/change-job";
import type { JobRow } from "@/db/queries/jobs/job-row";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { type JobKind, jobFilesKeptHours } from "./job";
import { jobRequested } from "./job-event";

type NewJob = {
  id: string;
  kind: JobKind;
  title: string;
  total: number | null;
  params: Record<string, unknown>;
};

/** Queues the job and wakes a worker, both with the caller's transaction. */
export async function startJob(tx: TransactionContext, input: NewJob): Promise<JobRow> {
  const expiresAt = new Date(tx.now().getTime() + jobFilesKeptHours * 3_600_000);
  const job = await insertJob(tx.scope, { ...input, createdBy: tx.actor.name, expiresAt });
  await tx.audit("job.started", { kind: "job", id: job.id, name: job.title }, { after: { kind: job.kind } });
  await tx.emit(jobRequested(job));
  return job;
}
