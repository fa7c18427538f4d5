import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeJob } from "./change-job";
import type { Job } from "./get-job";

/** The batch at work ends or is undone; the job goes on from there when it is resumed. */

export const pauseJob = (ctx: WorkspaceContext, { jobId }: { jobId: string }): Promise<Job> =>
  changeJob(ctx, jobId, "pause");
