import { listOffers, offerOrders } from "@/db/queries/coupons/offers/list-offers";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

const offersShown = 500;

/** The offers that codes can be made for, newest first, for the forms of batches. */
export async function listOpenOffers(ctx: WorkspaceContext): Promise<{ id: string; name: string }[]> {
  ctx.require("coupons.read");
  const look = {
    now: ctx.now(),
    order: offerOrders["-created_at"],
    page: { limit: offersShown, offset: 0, after: undefined },
  };
  const offers = await listOffers(ctx.scope, {}, look);
  return offers.map(({ id, name }) => ({ id, name }));
}
