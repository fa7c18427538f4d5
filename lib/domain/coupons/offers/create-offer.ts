import { insertOffer, type OfferWithFigures } from "@/db/queries/coupons/offers/offers";
import { findWorkspace } from "@/db/queries/workspaces";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { type OfferFields, offerDefaults } from "./offer-fields";
import { assertPlanActive, loadOffer, sharePlanOfOffer } from "./own-offer";
import { assertSound, inCurrencyOfPlan, type OfferChange, withChange } from "./resolve-offer";

export type OfferInput = OfferChange & Pick<OfferFields, "name" | "kind">;

/** A draft with its counter. A membership lasts as its plan does where nothing else is said. */
export async function createOffer(ctx: WorkspaceContext, input: OfferInput): Promise<OfferWithFigures> {
  ctx.require("coupons.write");
  return ctx.transaction(async (tx) => {
    const workspace = await findWorkspace(tx.scope);
    if (!workspace) throw notFound();
    const plan = await sharePlanOfOffer(tx.scope, input.planId ?? null);
    assertPlanActive(plan);
    const isTermGiven = input.durationMonths !== undefined || input.durationDays !== undefined;
    const asked = withChange(
      {
        ...offerDefaults,
        periodLimits: [],
        stacksWith: [],
        name: input.name,
        kind: input.kind,
        startsAt: ctx.now(),
        timeZone: workspace.timeZone,
        ...(plan && !isTermGiven && { durationMonths: plan.durationMonths, durationDays: plan.durationDays }),
      },
      input,
    );
    const offer = inCurrencyOfPlan(asked, plan);
    assertSound(offer, plan);
    const id = await writeOffer(tx, offer);
    return loadOffer(tx, id);
  });
}

/** A draft of these fields, which are sound. */
export async function writeOffer(tx: TransactionContext, offer: OfferFields): Promise<string> {
  const id = newId();
  await insertOffer(tx.scope, { ...offer, id, createdBy: tx.actor.name });
  await tx.audit("offer.created", { kind: "offer", id, name: offer.name }, { after: { kind: offer.kind } });
  return id;
}
