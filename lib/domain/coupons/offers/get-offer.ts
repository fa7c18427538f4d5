import type { OfferWithFigures } from "@/db/queries/coupons/offers/offers";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { loadOffer } from "./own-offer";

export async function getOffer(
  ctx: WorkspaceContext,
  { offerId }: { offerId: string },
): Promise<OfferWithFigures> {
  ctx.require("coupons.read");
  return loadOffer(ctx, offerId);
}
