import { cancelJobContract, withFileUrls } from "@/lib/contracts/jobs";
import { cancelJob } from "@/lib/domain/jobs/cancel-job";
import { route } from "@/lib/platform/http/route";

export const POST = route(cancelJobContract, async ({ ctx, params }) =>
  withFileUrls(await cancelJob(ctx, params)),
);
