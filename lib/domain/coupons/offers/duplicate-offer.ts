import type { OfferWithFigures } from "@/db/queries/coupons/offers/offers";
import { copyNameOf } from "@/lib/domain/content/copy-name";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { writeOffer } from "./create-offer";
import { fieldsOf, offerNameCharsMax } from "./offer-fields";
import { loadOffer, sharePlanOfOffer } from "./own-offer";

/** A draft with the same rules, without codes and uses. */
export async function duplicateOffer(
  ctx: WorkspaceContext,
  { offerId, name }: { offerId: string; name?: string | undefined },
): Promise<OfferWithFigures> {
  ctx.require("coupons.write");
  return ctx.transaction(async (tx) => {
    const original = await loadOffer(tx, offerId);
    await sharePlanOfOffer(tx.scope, original.planId);
    const id = await writeOffer(tx, {
      ...fieldsOf(original),
      name: name ?? copyNameOf(original.name, offerNameCharsMax),
    });
    return loadOffer(tx, id);
  });
}
