import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeJob } from "./change-job";
import type { Job } from "./get-job";

/** What is done stays done; the rest is not begun. */
export const cancelJob = (ctx: WorkspaceContext, { jobId }: { jobId: string }): Promise<Job> =>
  changeJob(ctx, jobId, "cancel");
