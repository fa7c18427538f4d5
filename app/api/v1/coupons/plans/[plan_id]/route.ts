import { deletePlanContract, getPlanContract, updatePlanContract } from "@/lib/contracts/coupons/plans";
import { deletePlan } from "@/lib/domain/coupons/plans/delete-plan";
import { getPlan } from "@/lib/domain/coupons/plans/get-plan";
import { updatePlan } from "@/lib/domain/coupons/plans/update-plan";
import { route } from "@/lib/platform/http/route";

export const GET = route(getPlanContract, ({ ctx, params }) => getPlan(ctx, params));
export const PATCH = route(updatePlanContract, ({ ctx, params, body }) =>
  updatePlan(ctx, { ...params, ...body }),
);
export const DELETE = route(deletePlanContract, ({ ctx, params }) => deletePlan(ctx, params));
