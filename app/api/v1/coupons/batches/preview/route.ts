import { previewBatchContract } from "@/lib/contracts/coupons/batches";
import { previewBatch } from "@/lib/domain/coupons/batches/preview-batch";
import { route } from "@/lib/platform/http/route";

export const POST = route(previewBatchContract, ({ ctx, body }) => previewBatch(ctx, body));
