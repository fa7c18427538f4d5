import type { RefusalReason } from "../redemptions/refusal";

/** Everything that may speak against a use, in the order in which it is asked; the first no ends it. */
export const couponChecks = [
  "known",
  "enabled",
  "state",
  "begun",
  "not_ended",
  "hours",
  "weekdays",
  "holder",
  "domains",
  "user_types",
  "account_age",
  "first_purchase",
  "order",
  "currency",
  "order_minimum",
  "segment",
  "stacking",
  "offer_limit",
  "code_limit",
  "contact_limit",
  "period_limit",
  "budget",
] as const;

export type CouponCheck = (typeof couponChecks)[number];

export type CheckOutcome = { check: CouponCheck; outcome: "passed" | "failed" | "not_asked" };

const checkOfReason: Partial<Record<RefusalReason, CouponCheck>> = {
  not_found: "known",
  honeytoken: "known",
  disabled: "enabled",
  paused: "state",
  not_active: "state",
  not_started: "begun",
  expired: "not_ended",
  not_holder: "holder",
  stacking_conflict: "stacking",
  exhausted: "offer_limit",
  code_exhausted: "code_limit",
  contact_limit: "contact_limit",
  period_limit: "period_limit",
  budget_exhausted: "budget",
};

/** Undefined: it was refused before any of them was asked. */
export function failedCheckOf({ reason, rule }: Verdict): CouponCheck | undefined {
  const named = couponChecks.find((check) => check === rule);
  return checkOfReason[reason as RefusalReason] ?? named;
}

type Verdict = { reason: string | null; rule: string | null };

/** How each check ended. No verdict of a reason: all were passed. */
export function explainVerdict(verdict: Verdict): CheckOutcome[] {
  if (verdict.reason === null) return couponChecks.map((check) => ({ check, outcome: "passed" }));
  const failed = failedCheckOf(verdict);
  const end = failed ? couponChecks.indexOf(failed) : -1;
  return couponChecks.map((check, at) => {
    if (at === end) return { check, outcome: "failed" };
    return { check, outcome: at < end ? "passed" : "not_asked" };
  });
}
