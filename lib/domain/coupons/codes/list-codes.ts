import { type CodeWithOffer, countCodes, listCodes as listRows } from "@/db/queries/coupons/codes/codes";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type Page, parsePage } from "@/lib/platform/paging";
import { loadOffer } from "../offers/own-offer";
import { foldCode } from "./fold-code";

type Input = {
  offerId: string;
  q?: string | undefined;
  limit?: number | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
};

/** The offer's own codes, newest first; those of batches are listed with their batch. */
export async function listCodes(
  ctx: WorkspaceContext,
  { offerId, q, ...input }: Input,
): Promise<Page<CodeWithOffer>> {
  ctx.require("coupons.read");
  await loadOffer(ctx, offerId);
  const { limit, offset } = parsePage(input);
  // What folds to nothing is in no code.
  const filter = { offerId, part: q ? (foldCode(q) ?? "?") : undefined };
  const [rows, total] = await Promise.all([
    listRows(ctx.scope, filter, { limit, offset, now: ctx.now() }),
    countCodes(ctx.scope, filter),
  ]);
  const data = rows.slice(0, limit);
  return { object: "list", data, hasMore: rows.length > limit, nextCursor: null, total };
}
