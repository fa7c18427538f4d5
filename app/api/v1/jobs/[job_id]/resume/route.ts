import { resumeJobContract, withFileUrls } from "@/lib/contracts/jobs";
import { resumeJob } from "@/lib/domain/jobs/resume-job";
import { route } from "@/lib/platform/http/route";

export const POST = route(resumeJobContract, async ({ ctx, params }) =>
  withFileUrls(await resumeJob(ctx, params)),
);
