import { pauseJobContract, withFileUrls } from "@/lib/contracts/jobs";
import { pauseJob } from "@/lib/domain/jobs/pause-job";
import { route } from "@/lib/platform/http/route";

export const POST = route(pauseJobContract, async ({ ctx, params }) =>
  withFileUrls(await pauseJob(ctx, params)),
);
