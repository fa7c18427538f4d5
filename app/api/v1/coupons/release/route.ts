import { releaseHoldContract } from "@/lib/contracts/coupons/redeeming";
import { releaseHold } from "@/lib/domain/coupons/redemptions/settle-redemption";
import { route } from "@/lib/platform/http/route";

export const POST = route(releaseHoldContract, async ({ ctx, body, headers }) => {
  const receipt = await releaseHold(ctx, body);
  if (receipt.isReplayed) headers.set("idempotent-replayed", "true");
  return receipt;
});
