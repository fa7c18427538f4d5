import { commitHoldContract } from "@/lib/contracts/coupons/redeeming";
import { commitHold } from "@/lib/domain/coupons/redemptions/settle-redemption";
import { route } from "@/lib/platform/http/route";

export const POST = route(commitHoldContract, async ({ ctx, body, headers }) => {
  const receipt = await commitHold(ctx, body);
  if (receipt.isReplayed) headers.set("idempotent-replayed", "true");
  return receipt;
});
