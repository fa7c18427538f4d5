import { getCouponPerformanceContract } from "@/lib/contracts/coupons/performance";
import { getPerformance } from "@/lib/domain/coupons/performance/get-performance";
import { route } from "@/lib/platform/http/route";

export const GET = route(getCouponPerformanceContract, ({ ctx, query }) => getPerformance(ctx, query));
