import { getCouponHeatMapContract } from "@/lib/contracts/coupons/performance";
import { getHeatMap } from "@/lib/domain/coupons/performance/get-heat-map";
import { route } from "@/lib/platform/http/route";

export const GET = route(getCouponHeatMapContract, ({ ctx, query }) => getHeatMap(ctx, query));
