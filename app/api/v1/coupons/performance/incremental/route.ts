import { getCouponIncrementalContract } from "@/lib/contracts/coupons/performance";
import { getIncremental } from "@/lib/domain/coupons/performance/get-incremental";
import { route } from "@/lib/platform/http/route";

export const GET = route(getCouponIncrementalContract, ({ ctx, query }) => getIncremental(ctx, query));
