import { createPlanContract, listPlansContract } from "@/lib/contracts/coupons/plans";
import { createPlan } from "@/lib/domain/coupons/plans/create-plan";
import { listPlans } from "@/lib/domain/coupons/plans/list-plans";
import { route } from "@/lib/platform/http/route";

export const GET = route(listPlansContract, ({ ctx, query }) => listPlans(ctx, query));
export const POST = route(createPlanContract, ({ ctx, body }) => createPlan(ctx, body));
