import {
  findOffer,
  lockOffer,
  type OfferRow,
  type OfferWithFigures,
} from "@/db/queries/coupons/offers/offers";
import { findPlan, type PlanRow, sharePlan } from "@/db/queries/coupons/plans/plans";
import type { WorkspaceScope } from "@/db/scope";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, notFound } from "@/lib/platform/errors";

export async function loadOffer(ctx: WorkspaceContext, offerId: string): Promise<OfferWithFigures> {
  const offer = await findOffer(ctx.scope, offerId, ctx.now());
  if (!offer) throw notFound();
  return offer;
}

export async function loadOfferLocked(tx: WorkspaceScope, offerId: string): Promise<OfferRow> {
  const offer = await lockOffer(tx, offerId);
  if (!offer) throw notFound();
  return offer;
}

/** The plan that an offer grants; one that another workspace has is none. */
export async function loadPlanOfOffer(
  scope: WorkspaceScope,
  planId: string | null,
): Promise<PlanRow | undefined> {
  if (planId === null) return undefined;
  const plan = await findPlan(scope, planId);
  if (!plan) throw notFound();
  return plan;
}

/** The same, kept from being deleted until this transaction ends. */
export async function sharePlanOfOffer(
  tx: WorkspaceScope,
  planId: string | null,
): Promise<PlanRow | undefined> {
  if (planId !== null) await sharePlan(tx, planId);
  return loadPlanOfOffer(tx, planId);
}

export function assertPlanActive(plan: PlanRow | undefined): void {
  if (!plan || plan.isActive) return;
  const detail = "This plan is out of use. Activate it, or choose another one.";
  throw conflict(detail, {
    reason: "plan_inactive",
    errors: [{ pointer: "plan_id", code: "plan_inactive", detail }],
  });
}

export function assertSameVersion(row: { version: number }, version: number): void {
  if (row.version === version) return;
  throw conflict("Somebody changed this offer meanwhile. Load it again.", {
    reason: "offer_stale",
    version: row.version,
  });
}
