import type { WorkspaceScope } from "@/db/scope";
import type { JobStatus } from "@/lib/domain/jobs/job";

/** Before the job's row is touched: whoever writes codes holds the batch first and the job after it. */
export async function lockBatchOfJob(tx: WorkspaceScope, jobId: string): Promise<void> {
  await tx.sql`
    select 1 from coupon_batches where workspace_id = ${tx.id} and job_id = ${jobId} for no key update`;
}

const statusOf: Record<JobStatus, string> = {
  queued: "pending",
  running: "generating",
  paused: "paused",
  completed: "completed",
  failed: "failed",
  cancelled: "cancelled",
};

/** The batch that a job writes stands where its job stands. */
export async function followJob(
  tx: WorkspaceScope,
  jobId: string,
  { status, detail }: { status: JobStatus; detail?: string },
): Promise<void> {
  const hasEnded = status === "failed" || status === "cancelled";
  await tx.sql`
    update coupon_batches set status = ${statusOf[status]}, updated_at = now(), error_detail = ${detail ?? null},
      ended_at = case when ${hasEnded} then now() else ended_at end
    where workspace_id = ${tx.id} and job_id = ${jobId} and status <> 'completed'`;
}
