import type { Coupon } from "@/db/queries/coupons/allocation/coupon-of-batch";
import { foldCode } from "../codes/fold-code";
import { redeemUrlOf } from "../links/redeem-link";
import { type CouponVariables, lastDayIn } from "./coupon-words";

type Holder = { workspaceId: string; contactId: string };

/** What a message may say of its coupon, in one language. The link is signed only where a text asks for it. */
export function couponVariablesIn(
  language: string,
  coupon: Coupon,
  hasUrl: boolean,
): (code: string, holder: Holder) => CouponVariables {
  const expiresAt = lastDayIn(language, coupon);
  const { offerName: offer, endsAt } = coupon;
  return (code, holder) => ({
    code,
    offer,
    expires_at: expiresAt,
    url: hasUrl ? redeemUrlOf({ ...holder, codeKey: foldCode(code) ?? "", expiresAt: endsAt }) : "",
  });
}
