import { commitCodeImportContract } from "@/lib/contracts/coupons/batch-codes";
import { withFileUrls } from "@/lib/contracts/jobs";
import { commitCodeImport } from "@/lib/domain/coupons/batches/imports/commit-code-import";
import { route } from "@/lib/platform/http/route";

export const POST = route(commitCodeImportContract, async ({ ctx, params, body }) => {
  const { batch, job } = await commitCodeImport(ctx, { ...params, ...body });
  return { batch, job: withFileUrls(job) };
});
