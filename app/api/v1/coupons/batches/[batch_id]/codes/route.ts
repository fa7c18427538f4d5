import { listBatchCodesContract } from "@/lib/contracts/coupons/batch-codes";
import { listCodes } from "@/lib/domain/coupons/batches/list-codes";
import { route } from "@/lib/platform/http/route";

export const GET = route(listBatchCodesContract, ({ ctx, params, query }) =>
  listCodes(ctx, { ...params, ...query }),
);
