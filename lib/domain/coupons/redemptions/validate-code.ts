import type { Preview } from "@/db/queries/coupons/redemptions/take-coupons";
import { announceCoupons } from "@/lib/domain/runs/announce-progress";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField } from "@/lib/platform/errors";
import type { MembershipTier } from "../plans/plan";
import { type CouponRequest, isPublic, toCouponItem } from "./coupon-request";
import { toPrice } from "./redemption-receipt";
import { publicRefusal, type Refusal, type RefusalReason, refusalError, shown } from "./refusal";
import { soundAlarm } from "./sound-alarm";
import { takeCoupon } from "./take-coupon";

type Input = Omit<CouponRequest, "holdSeconds" | "idempotencyKey"> & {
  /** As if it were then. Such a question is not written down. */
  at?: Date | undefined;
};

export type Validation = {
  isValid: boolean;
  reason: Exclude<RefusalReason, "honeytoken"> | typeof publicRefusal | null;
  rule: string | null;
  seen: string | null;
  needed: string | null;
  price: ReturnType<typeof toPrice>;
  grant: { planId: string; tier: MembershipTier; months: number | null; days: number | null } | null;
};

const refused: Validation = {
  isValid: false,
  reason: publicRefusal,
  rule: null,
  seen: null,
  needed: null,
  price: null,
  grant: null,
};

/** Whether a code would be accepted, and what it would give: the same judgement as a use, and nothing is taken. */
export async function validateCode(ctx: WorkspaceContext, { at, ...input }: Input): Promise<Validation> {
  ctx.require("coupons.redeem");
  if (at && isPublic(ctx))
    throw invalidField("at", "Only a secret key may ask about another time.", "not_publishable");
  const answer = await takeCoupon(ctx.scope, toCouponItem(ctx, "validate", input, at));
  if (answer.reason !== "redeemable" && !at) announceCoupons(ctx);
  if (answer.isAlarm) await soundAlarm(ctx);
  if ("redemption" in answer) throw new Error("A look takes nothing.");
  return answer.reason === "redeemable" ? toValid(answer) : toInvalid(ctx, answer);
}

function toValid({ planId, tier, months, days, ...prices }: Preview): Validation {
  const grant = planId && tier ? { planId, tier, months, days } : null;
  return { ...refused, isValid: true, reason: null, price: toPrice(prices), grant };
}

/** A page that anybody can open learns one thing only: that it is no good. Its owner's server learns why. */
function toInvalid(ctx: WorkspaceContext, answer: Refusal): Validation {
  if (answer.reason === "too_many_guesses") throw refusalError(answer);
  if (isPublic(ctx)) return refused;
  const { rule = null, seen = null, needed = null } = answer;
  return { ...refused, reason: shown(answer.reason), rule, seen, needed };
}
