import type { JobRow } from "@/db/queries/jobs/job-row";
import type { OutboxEvent } from "@/lib/platform/context/workspace-context";

export const jobRequestedName = "jobs/job.requested";

/** Asks a worker to go on with a job from where it stands. */
export const jobRequested = (job: Pick<JobRow, "workspaceId" | "id" | "done">): OutboxEvent => ({
  name: jobRequestedName,
  data: { workspaceId: job.workspaceId, jobId: job.id, done: job.done },
});
