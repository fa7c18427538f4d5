import { rollBackRedemptionContract } from "@/lib/contracts/coupons/redeeming";
import { rollBackRedemption } from "@/lib/domain/coupons/redemptions/settle-redemption";
import { route } from "@/lib/platform/http/route";

export const POST = route(rollBackRedemptionContract, async ({ ctx, body, headers }) => {
  const receipt = await rollBackRedemption(ctx, body);
  if (receipt.isReplayed) headers.set("idempotent-replayed", "true");
  return receipt;
});
