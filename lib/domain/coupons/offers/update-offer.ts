import {
  findTaken,
  limitCounter,
  type OfferWithFigures,
  updateOffer as updateRow,
} from "@/db/queries/coupons/offers/offers";
import type { WorkspaceScope } from "@/db/scope";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict } from "@/lib/platform/errors";
import { changedFields } from "../changed-fields";
import { assertCan, type OfferState } from "./offer";
import { fieldsOf, type OfferFields } from "./offer-fields";
import {
  assertPlanActive,
  assertSameVersion,
  loadOffer,
  loadOfferLocked,
  sharePlanOfOffer,
} from "./own-offer";
import { assertSound, inCurrencyOfPlan, type OfferChange, withChange } from "./resolve-offer";

type Input = OfferChange & { offerId: string; version: number };

/** Whatever is redeemed from the next moment on goes by the new rules; what was redeemed stays. */
export async function updateOffer(
  ctx: WorkspaceContext,
  { offerId, version, ...change }: Input,
): Promise<OfferWithFigures> {
  ctx.require("coupons.write");
  return ctx.transaction(async (tx) => {
    const row = await loadOfferLocked(tx.scope, offerId);
    assertCan(row.state, "edit");
    assertSameVersion(row, version);
    const before = fieldsOf(row);
    const asked = withChange(before, change);
    const plan = await sharePlanOfOffer(tx.scope, asked.planId);
    const after = inCurrencyOfPlan(asked, plan);
    assertSameNature(row.state, before, after);
    if (after.planId !== before.planId) assertPlanActive(plan);
    assertSound(after, plan);
    if (after.usesMax !== before.usesMax) await moveLimit(tx.scope, offerId, after.usesMax);
    await updateRow(tx.scope, offerId, { ...after, updatedBy: ctx.actor.name });
    await tx.audit(
      "offer.updated",
      { kind: "offer", id: offerId, name: after.name },
      changedFields(before, after),
    );
    return loadOffer(tx, offerId);
  });
}

/** Codes of an offer that was live are out: what they are worth changes, what kind of thing they are does not. */
function assertSameNature(state: OfferState, before: OfferFields, after: OfferFields): void {
  if (state === "draft") return;
  const pointer =
    before.kind !== after.kind ? "kind" : before.currency !== after.currency ? "currency" : undefined;
  if (pointer === undefined || (pointer === "currency" && before.currency === null)) return;
  const detail =
    "Kind and currency of an offer that was live stay as they are. Duplicate it and change the copy.";
  throw conflict(detail, {
    reason: "offer_nature_fixed",
    errors: [{ pointer, code: "offer_nature_fixed", detail }],
  });
}

/** In one statement with the counter: a redemption of the same moment comes before it or after it, never between. */
async function moveLimit(tx: WorkspaceScope, offerId: string, usesMax: number | null): Promise<void> {
  if (await limitCounter(tx, offerId, usesMax)) return;
  const taken = await findTaken(tx, offerId);
  const detail = `${taken} uses are taken already. The limit cannot be lower.`;
  throw conflict(detail, {
    reason: "uses_below_taken",
    taken,
    errors: [{ pointer: "uses_max", code: "uses_below_taken", detail, values: { taken } }],
  });
}
