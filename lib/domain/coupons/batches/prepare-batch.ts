import { findOfferOfBatch } from "@/db/queries/coupons/batches/list-batches";
import { findWorkspace } from "@/db/queries/workspaces";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, invalidRequest, unprocessable } from "@/lib/platform/errors";
import { codesPerBatchMax } from "./batch";
import { type CodeDesign, settleDesign } from "./code-design";
import { findGuessable } from "./code-odds";

export type DesignDraft = Parameters<typeof settleDesign>[0];

/** The design as it is kept. */
export function requireDesign(draft: DesignDraft): CodeDesign {
  const { design, problems } = settleDesign(draft);
  if (problems.length > 0) throw invalidRequest("The design of the codes cannot be used.", problems);
  return design;
}

/** Refused when a stranger could find a code by trying. */
export function requireStrength(design: CodeDesign, quantity: number): void {
  const guessable = findGuessable(design, quantity);
  if (!guessable) return;
  throw unprocessable("The codes would be too easy to guess.", {
    reason: "design_guessable",
    errors: [guessable],
  });
}

export function requireQuantity(quantity: number): void {
  if (Number.isInteger(quantity) && quantity >= 1 && quantity <= codesPerBatchMax) return;
  throw invalidField("quantity", `Between 1 and ${codesPerBatchMax} codes make a batch.`, "invalid_quantity");
}

/** An offer that codes can still be made for. */
export async function requireOffer(ctx: WorkspaceContext, offerId: string): Promise<{ name: string }> {
  const offer = await findOfferOfBatch(ctx.scope, offerId);
  if (offer && offer.state !== "archived") return offer;
  const detail = offer
    ? "This offer is archived. Choose another, or take it out of the archive."
    : "There is no such offer. Choose one of this workspace.";
  throw unprocessable(detail, {
    reason: offer ? "offer_archived" : "offer_unknown",
    errors: [{ pointer: "offer_id", code: offer ? "offer_archived" : "offer_unknown", detail }],
  });
}

/** The day in the workspace's zone, `2026-11-28`. */
export async function localDayOf(ctx: WorkspaceContext): Promise<string> {
  const { timeZone = "UTC" } = (await findWorkspace(ctx.scope)) ?? {};
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(ctx.now());
}
