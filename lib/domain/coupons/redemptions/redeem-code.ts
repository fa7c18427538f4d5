import { announceCoupons } from "@/lib/domain/runs/announce-progress";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type CouponRequest, requireTrusted, toCouponItem } from "./coupon-request";
import { type RedemptionReceipt, toReceipt } from "./redemption-receipt";
import { refusalError } from "./refusal";
import { soundAlarm } from "./sound-alarm";
import { takeCoupon } from "./take-coupon";

export const redeemCode = (ctx: WorkspaceContext, input: CouponRequest): Promise<RedemptionReceipt> =>
  take(ctx, "redeem", input);

/** Takes the use now and decides later: it counts against every limit until it is committed, released or over. */
export const holdCode = (ctx: WorkspaceContext, input: CouponRequest): Promise<RedemptionReceipt> =>
  take(ctx, "hold", input);

async function take(
  ctx: WorkspaceContext,
  act: "redeem" | "hold",
  input: CouponRequest,
): Promise<RedemptionReceipt> {
  ctx.require("coupons.redeem");
  requireTrusted(ctx);
  const answer = await takeCoupon(ctx.scope, toCouponItem(ctx, act, input));
  if (answer.reason !== "replayed") announceCoupons(ctx);
  if (answer.isAlarm) await soundAlarm(ctx);
  if ("redemption" in answer) return toReceipt(answer.redemption, answer.reason === "replayed");
  if (answer.reason === "redeemable") throw new Error("A use is not answered like a look.");
  throw refusalError(answer, input.externalId === undefined ? "contact_id" : "external_id");
}
