import { cache } from "react";
import { offer as offerShape } from "@/lib/contracts/coupons/offers";
import { asSeen } from "@/lib/contracts/wire/as-seen";
import { wireId } from "@/lib/contracts/wire/ids";
import { getOffer } from "@/lib/domain/coupons/offers/get-offer";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

/** The offer of the address; 404 for what is not there. */
export const readOffer = cache(async (slug: string, id: string) => {
  const { ctx } = await requireWorkspace(slug);
  const found = await foundOrNotFound(wireId("offer"), id, (offerId) => getOffer(ctx, { offerId }));
  return asSeen(offerShape, found);
});
