import { listJobsContract, withFileUrls } from "@/lib/contracts/jobs";
import { listJobs } from "@/lib/domain/jobs/list-jobs";
import { route } from "@/lib/platform/http/route";

export const GET = route(listJobsContract, async ({ ctx, query }) => {
  const page = await listJobs(ctx, query);
  return { ...page, data: page.data.map(withFileUrls) };
});
