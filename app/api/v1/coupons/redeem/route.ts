import { redeemCodeContract } from "@/lib/contracts/coupons/redeeming";
import { redeemCode } from "@/lib/domain/coupons/redemptions/redeem-code";
import { route } from "@/lib/platform/http/route";

export const POST = route(redeemCodeContract, async ({ ctx, body, request, headers }) => {
  const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
  const receipt = await redeemCode(ctx, { ...body, idempotencyKey });
  if (receipt.isReplayed) headers.set("idempotent-replayed", "true");
  return receipt;
});
