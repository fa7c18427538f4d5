import { deleteBatchContract, getBatchContract } from "@/lib/contracts/coupons/batches";
import { withFileUrls } from "@/lib/contracts/jobs";
import { deleteBatch } from "@/lib/domain/coupons/batches/change-codes";
import { getBatch } from "@/lib/domain/coupons/batches/get-batch";
import { route } from "@/lib/platform/http/route";

export const GET = route(getBatchContract, ({ ctx, params }) => getBatch(ctx, params));
export const DELETE = route(deleteBatchContract, async ({ ctx, params }) =>
  withFileUrls(await deleteBatch(ctx, params)),
);
