import { deleteOffer as deleteRow, findUsers } from "@/db/queries/coupons/offers/offers";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict } from "@/lib/platform/errors";
import { assertCan } from "./offer";
import { loadOfferLocked } from "./own-offer";

/** A draft that nobody redeemed and no batch was made of; its own codes go with it. */
export async function deleteOffer(ctx: WorkspaceContext, { offerId }: { offerId: string }): Promise<void> {
  ctx.require("coupons.write");
  await ctx.transaction(async (tx) => {
    const { state, name } = await loadOfferLocked(tx.scope, offerId);
    assertCan(state, "delete");
    const users = await findUsers(tx.scope, offerId);
    if (users.redemptions || users.batches) {
      throw conflict("This offer has redemptions or batches. Archive it instead.", { reason: "offer_used" });
    }
    await deleteRow(tx.scope, offerId);
    await tx.audit("offer.deleted", { kind: "offer", id: offerId, name });
  });
}
