import { describe, expect, it } from "vitest";
import { refusalReasons } from "../redemptions/refusal";
import { couponChecks, explainVerdict, failedCheckOf } from "./explain-verdict";

const outcomesOf = (reason: string | null, rule: string | null = null) =>
  explainVerdict({ reason, rule }).map(({ check, outcome }) => `${check} ${outcome}`);

describe("the explanation of a verdict", () => {
  it("ticks what was asked before the no, and nothing after it", () => {
    expect(outcomesOf("expired").slice(0, 7)).toEqual([
      "known passed",
      "enabled passed",
      "state passed",
      "begun passed",
      "not_ended failed",
      "hours not_asked",
      "weekdays not_asked",
    ]);
    expect(outcomesOf("not_eligible", "order_minimum")).toContain("order_minimum failed");
    expect(outcomesOf("not_now", "weekdays")).toContain("weekdays failed");
    expect(outcomesOf(null).every((text) => text.endsWith(" passed"))).toBe(true);
    expect(outcomesOf("unknown_contact").every((text) => text.endsWith(" not_asked"))).toBe(true);
  });

  it("has a place for every reason that a look can give", () => {
    const beforeAny = ["idempotency_conflict", "unknown_contact", "too_many_guesses"];
    const ofHolds = [
      "hold_expired",
      "already_redeemed",
      "not_redeemed",
      "already_reversed",
      "reversal_refused",
    ];
    const byRule = ["not_eligible", "not_now"];
    const placed = refusalReasons.filter((reason) => failedCheckOf({ reason, rule: null }) !== undefined);
    expect([...placed, ...beforeAny, ...ofHolds, ...byRule].sort()).toEqual([...refusalReasons].sort());
    expect(new Set(couponChecks).size).toBe(couponChecks.length);
  });
});
