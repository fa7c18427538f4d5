import { type PlanRow, setPlanActive } from "@/db/queries/coupons/plans/plans";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { loadPlan, loadPlanLocked, refusingSecondActive } from "./own-plan";

type PlanReference = { planId: string };

/** Nothing new is made of it; what was made goes on. */
export const deactivatePlan = (ctx: WorkspaceContext, input: PlanReference) => setActive(ctx, input, false);

export const activatePlan = (ctx: WorkspaceContext, input: PlanReference) => setActive(ctx, input, true);

async function setActive(
  ctx: WorkspaceContext,
  { planId }: PlanReference,
  isActive: boolean,
): Promise<PlanRow> {
  ctx.require("coupons.write");
  return refusingSecondActive(() =>
    ctx.transaction(async (tx) => {
      const row = await loadPlanLocked(tx.scope, planId);
      if (row.isActive === isActive) return row;
      await setPlanActive(tx.scope, planId, isActive);
      const action = isActive ? "plan.activated" : "plan.deactivated";
      await tx.audit(action, { kind: "plan", id: planId, name: row.name });
      return loadPlan(tx.scope, planId);
    }),
  );
}
