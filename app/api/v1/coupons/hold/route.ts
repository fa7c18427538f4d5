import { holdCodeContract } from "@/lib/contracts/coupons/redeeming";
import { holdCode } from "@/lib/domain/coupons/redemptions/redeem-code";
import { route } from "@/lib/platform/http/route";

export const POST = route(holdCodeContract, async ({ ctx, body, request, headers }) => {
  const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
  const receipt = await holdCode(ctx, { ...body, idempotencyKey });
  if (receipt.isReplayed) headers.set("idempotent-replayed", "true");
  return receipt;
});
