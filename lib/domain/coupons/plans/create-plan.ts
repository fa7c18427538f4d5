import { insertPlan, type PlanRow } from "@/db/queries/coupons/plans/plans";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { assertSound, loadPlan, refusingSecondActive } from "./own-plan";
import { type MembershipTier, type PlanFields, usualTerm } from "./plan";

export type PlanInput = {
  name: string;
  tier: MembershipTier;
  durationMonths?: number | null | undefined;
  durationDays?: number | null | undefined;
  priceMinor: number;
  discountPriceMinor?: number | null | undefined;
  currency: string;
  features?: string[] | undefined;
};

/** Active at once, behind all others. A tier lasts as usual where nothing else is said. */
export async function createPlan(ctx: WorkspaceContext, input: PlanInput): Promise<PlanRow> {
  ctx.require("coupons.write");
  const isTermGiven = input.durationMonths !== undefined || input.durationDays !== undefined;
  const term = isTermGiven
    ? { durationMonths: input.durationMonths ?? null, durationDays: input.durationDays ?? null }
    : usualTerm(input.tier);
  const { name, tier, priceMinor, currency } = input;
  const discountPriceMinor = input.discountPriceMinor ?? null;
  const plan: PlanFields = {
    name,
    tier,
    ...term,
    priceMinor,
    discountPriceMinor,
    currency,
    features: input.features ?? [],
  };
  assertSound(plan);
  return refusingSecondActive(() =>
    ctx.transaction(async (tx) => {
      const id = newId();
      await insertPlan(tx.scope, { ...plan, id, createdBy: ctx.actor.name });
      await tx.audit("plan.created", { kind: "plan", id, name }, { after: { ...plan } });
      return loadPlan(tx.scope, id);
    }),
  );
}
