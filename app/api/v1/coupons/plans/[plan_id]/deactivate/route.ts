import { deactivatePlanContract } from "@/lib/contracts/coupons/plans";
import { deactivatePlan } from "@/lib/domain/coupons/plans/set-plan-active";
import { route } from "@/lib/platform/http/route";

export const POST = route(deactivatePlanContract, ({ ctx, params }) => deactivatePlan(ctx, params));
