import { disableBatchContract } from "@/lib/contracts/coupons/batches";
import { withFileUrls } from "@/lib/contracts/jobs";
import { disableCodes } from "@/lib/domain/coupons/batches/change-codes";
import { route } from "@/lib/platform/http/route";

export const POST = route(disableBatchContract, async ({ ctx, params }) =>
  withFileUrls(await disableCodes(ctx, params)),
);
