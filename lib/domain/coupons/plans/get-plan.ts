import type { PlanRow } from "@/db/queries/coupons/plans/plans";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { loadPlan } from "./own-plan";

export async function getPlan(ctx: WorkspaceContext, { planId }: { planId: string }): Promise<PlanRow> {
  ctx.require("coupons.read");
  return loadPlan(ctx.scope, planId);
}
