import { lostRaceCode, takeCoupons } from "@/db/queries/coupons/redemptions/take-coupons";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type CouponRequest, toCouponItem } from "../coupon-request";
import { guessBudgets } from "../guess-budgets";

/** In a call of its own, as from another server; gives how it ended. */
export async function redeemAlone(ctx: WorkspaceContext, request: CouponRequest): Promise<string> {
  try {
    const [answer] = await takeCoupons(ctx.scope, [toCouponItem(ctx, "redeem", request)], guessBudgets);
    return answer?.reason ?? "nothing";
  } catch (error) {
    // The guard of a sum: somebody else took the last one after it was seen.
    if (error instanceof Error && "code" in error && error.code === lostRaceCode) return "lost";
    return String(error);
  }
}
