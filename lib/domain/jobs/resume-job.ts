import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeJob } from "./change-job";
import type { Job } from "./get-job";

export const resumeJob = (ctx: WorkspaceContext, { jobId }: { jobId: string }): Promise<Job> =>
  changeJob(ctx, jobId, "resume");
