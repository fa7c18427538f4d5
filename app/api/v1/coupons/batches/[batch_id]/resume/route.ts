import { resumeBatchContract } from "@/lib/contracts/coupons/batches";
import { resumeBatch } from "@/lib/domain/coupons/batches/change-batch";
import { route } from "@/lib/platform/http/route";

export const POST = route(resumeBatchContract, ({ ctx, params }) => resumeBatch(ctx, params));
