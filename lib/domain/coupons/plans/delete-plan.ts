import { deletePlan as deleteRow, isPlanUsed } from "@/db/queries/coupons/plans/plans";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict } from "@/lib/platform/errors";
import { loadPlanLocked } from "./own-plan";

/** Only one that no offer and no membership names: the others are deactivated. */
export async function deletePlan(ctx: WorkspaceContext, { planId }: { planId: string }): Promise<void> {
  ctx.require("coupons.write");
  await ctx.transaction(async (tx) => {
    const { name } = await loadPlanLocked(tx.scope, planId);
    if (await isPlanUsed(tx.scope, planId)) {
      throw conflict("Offers or memberships use this plan. Take it out of use instead.", {
        reason: "plan_used",
      });
    }
    await deleteRow(tx.scope, planId);
    await tx.audit("plan.deleted", { kind: "plan", id: planId, name });
  });
}
