import { findPlan, lockPlan, type PlanRow } from "@/db/queries/coupons/plans/plans";
import type { WorkspaceScope } from "@/db/scope";
import { isUniqueViolation } from "@/db/unique-violation";
import { conflict, notFound, unprocessable } from "@/lib/platform/errors";
import { findPlanProblems, type PlanFields } from "./plan";

export async function loadPlan(scope: WorkspaceScope, planId: string): Promise<PlanRow> {
  const plan = await findPlan(scope, planId);
  if (!plan) throw notFound();
  return plan;
}

export async function loadPlanLocked(tx: WorkspaceScope, planId: string): Promise<PlanRow> {
  const plan = await lockPlan(tx, planId);
  if (!plan) throw notFound();
  return plan;
}

export function assertSound(plan: PlanFields): void {
  const errors = findPlanProblems(plan);
  const [first] = errors;
  if (first) throw unprocessable(first.detail, { reason: first.code, errors });
}

/** Two who make the same tier active at once: the second is told, by the index that forbids it. */
export const refusingSecondActive = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    const detail = "There is an active plan of this tier and currency. Take it out of use first.";
    const code = "plan_already_active";
    throw conflict(detail, { reason: code, errors: [{ pointer: "tier", code, detail }] });
  });
