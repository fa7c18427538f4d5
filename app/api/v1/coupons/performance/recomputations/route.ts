import { requestCouponPerformanceContract } from "@/lib/contracts/coupons/performance";
import { requestPerformance } from "@/lib/domain/coupons/performance/request-performance";
import { route } from "@/lib/platform/http/route";

export const POST = route(requestCouponPerformanceContract, ({ ctx, body }) => requestPerformance(ctx, body));
