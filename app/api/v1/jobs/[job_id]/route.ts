import { getJobContract, withFileUrls } from "@/lib/contracts/jobs";
import { getJob } from "@/lib/domain/jobs/get-job";
import { route } from "@/lib/platform/http/route";

export const GET = route(getJobContract, async ({ ctx, params }) => withFileUrls(await getJob(ctx, params)));
