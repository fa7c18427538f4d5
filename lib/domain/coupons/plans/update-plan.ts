import { type PlanRow, updatePlan as updateRow } from "@/db/queries/coupons/plans/plans";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict } from "@/lib/platform/errors";
import { changedFields, definedOf } from "../changed-fields";
import { assertSound, loadPlan, loadPlanLocked, refusingSecondActive } from "./own-plan";
import type { PlanFields } from "./plan";

type Input = { planId: string; version: number } & {
  [Key in keyof PlanFields]?: PlanFields[Key] | undefined;
};

/** What was redeemed keeps the price and the term it was redeemed at. */
export async function updatePlan(
  ctx: WorkspaceContext,
  { planId, version, ...change }: Input,
): Promise<PlanRow> {
  ctx.require("coupons.write");
  return refusingSecondActive(() =>
    ctx.transaction(async (tx) => {
      const row = await loadPlanLocked(tx.scope, planId);
      if (row.version !== version) {
        throw conflict("Somebody changed this plan meanwhile. Load it again.", {
          reason: "plan_stale",
          version: row.version,
        });
      }
      const before = fieldsOf(row);
      const after: PlanFields = { ...before, ...definedOf(change) };
      assertSound(after);
      await updateRow(tx.scope, planId, after);
      await tx.audit(
        "plan.updated",
        { kind: "plan", id: planId, name: after.name },
        changedFields(before, after),
      );
      return loadPlan(tx.scope, planId);
    }),
  );
}

const fieldsOf = (row: PlanRow): PlanFields => ({
  name: row.name,
  tier: row.tier,
  durationMonths: row.durationMonths,
  durationDays: row.durationDays,
  priceMinor: row.priceMinor,
  discountPriceMinor: row.discountPriceMinor,
  currency: row.currency,
  features: row.features,
});
