import { activatePlanContract } from "@/lib/contracts/coupons/plans";
import { activatePlan } from "@/lib/domain/coupons/plans/set-plan-active";
import { route } from "@/lib/platform/http/route";

export const POST = route(activatePlanContract, ({ ctx, params }) => activatePlan(ctx, params));
