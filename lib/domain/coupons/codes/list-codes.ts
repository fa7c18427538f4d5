import { type CodeWithOffer, countCodes, listCodes as listRows } from "@/db/queries/coupons/codes/codes";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, toPage } from "@/lib/platform/paging";
import { loadOffer } from "../offers/own-offer";
import { foldCode } from "./fold-code";

type Input = ListInput & { offerId: string; q?: string | undefined };

const isCodeKey = (text: string): boolean => foldCode(text) === text;

/** The offer's own codes, newest first; those of batches are listed with their batch. */
export async function listCodes(
  ctx: WorkspaceContext,
  { offerId, q, ...input }: Input,
): Promise<Page<CodeWithOffer>> {
  ctx.require("coupons.read");
  const { limit, offset, after } = parsePage(input, 1, isCodeKey);
  await loadOffer(ctx, offerId);
  // What folds to nothing is in no code.
  const filter = { offerId, part: q ? (foldCode(q) ?? "?") : undefined };
  const [rows, total] = await Promise.all([
    listRows(ctx.scope, filter, { limit, offset, after: after?.[0], now: ctx.now() }),
    countCodes(ctx.scope, filter),
  ]);
  return toPage(rows, limit, ({ codeKey }) => [codeKey], total);
}
