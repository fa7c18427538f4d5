import { enableBatchContract } from "@/lib/contracts/coupons/batches";
import { withFileUrls } from "@/lib/contracts/jobs";
import { enableCodes } from "@/lib/domain/coupons/batches/change-codes";
import { route } from "@/lib/platform/http/route";

export const POST = route(enableBatchContract, async ({ ctx, params }) =>
  withFileUrls(await enableCodes(ctx, params)),
);
