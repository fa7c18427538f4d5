import { pauseBatchContract } from "@/lib/contracts/coupons/batches";
import { pauseBatch } from "@/lib/domain/coupons/batches/change-batch";
import { route } from "@/lib/platform/http/route";

export const POST = route(pauseBatchContract, ({ ctx, params }) => pauseBatch(ctx, params));
