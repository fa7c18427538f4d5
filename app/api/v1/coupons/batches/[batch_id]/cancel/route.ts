import { cancelBatchContract } from "@/lib/contracts/coupons/batches";
import { cancelBatch } from "@/lib/domain/coupons/batches/change-batch";
import { route } from "@/lib/platform/http/route";

export const POST = route(cancelBatchContract, ({ ctx, params, body }) =>
  cancelBatch(ctx, { ...params, ...body }),
);
