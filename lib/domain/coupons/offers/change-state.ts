import { type OfferWithFigures, setOfferState } from "@/db/queries/coupons/offers/offers";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { assertCan, type OfferAction } from "./offer";
import { loadOffer, loadOfferLocked } from "./own-offer";

const done = {
  activate: "activated",
  pause: "paused",
  archive: "archived",
  unarchive: "unarchived",
} as const;

type OfferReference = { offerId: string };

export const activateOffer = (ctx: WorkspaceContext, input: OfferReference) => change(ctx, input, "activate");
export const pauseOffer = (ctx: WorkspaceContext, input: OfferReference) => change(ctx, input, "pause");
export const archiveOffer = (ctx: WorkspaceContext, input: OfferReference) => change(ctx, input, "archive");
export const unarchiveOffer = (ctx: WorkspaceContext, input: OfferReference) =>
  change(ctx, input, "unarchive");

async function change(
  ctx: WorkspaceContext,
  { offerId }: OfferReference,
  action: OfferAction & keyof typeof done,
): Promise<OfferWithFigures> {
  ctx.require("coupons.write");
  return ctx.transaction(async (tx) => {
    const { state, name } = await loadOfferLocked(tx.scope, offerId);
    await setOfferState(tx.scope, offerId, { state: assertCan(state, action), updatedBy: ctx.actor.name });
    await tx.audit(`offer.${done[action]}`, { kind: "offer", id: offerId, name });
    return loadOffer(tx, offerId);
  });
}
