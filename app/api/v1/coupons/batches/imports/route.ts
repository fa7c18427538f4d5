import { checkCodeImportContract } from "@/lib/contracts/coupons/batch-codes";
import { withFileUrls } from "@/lib/contracts/jobs";
import { toWireId } from "@/lib/contracts/wire/ids";
import { route } from "@/lib/platform/http/route";
import { receiveCodes } from "./receive-codes";

export const POST = route(checkCodeImportContract, async ({ ctx, request, query, headers }) => {
  const job = await receiveCodes(ctx, request, query);
  headers.set("location", `/api/v1/jobs/${toWireId("job", job.id)}`);
  return withFileUrls(job);
});
