import { findOfferOfBatch } from "@/db/queries/coupons/batches/list-batches";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

/** The same id where codes can be made for that offer; null for one in the archive and for nobody's. */
export async function findOpenOffer(ctx: WorkspaceContext, offerId: string): Promise<string | null> {
  ctx.require("coupons.read");
  const offer = await findOfferOfBatch(ctx.scope, offerId);
  return offer && offer.state !== "archived" ? offerId : null;
}
