import { type CodeWithOffer, countCodes, listCodes as listRows } from "@/db/queries/coupons/codes/codes";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField } from "@/lib/platform/errors";
import { type ListInput, type Page, parsePage } from "@/lib/platform/paging";
import { loadOffer } from "../offers/own-offer";
import { foldCode } from "./fold-code";

type Input = ListInput & { offerId: string; q?: string | undefined };

/** The offer's own codes, newest first; those of batches are listed with their batch. A cursor is the key of the last one. */
export async function listCodes(
  ctx: WorkspaceContext,
  { offerId, q, after, ...input }: Input,
): Promise<Page<CodeWithOffer>> {
  ctx.require("coupons.read");
  if (after !== undefined && input.page !== undefined)
    throw invalidField("after", "Use either `after` or `page`, not both.");
  if (after !== undefined && foldCode(after) !== after)
    throw invalidField("after", "This is no cursor of this list. Use `next_cursor` of the previous page.");
  await loadOffer(ctx, offerId);
  const { limit, offset } = parsePage(input);
  // What folds to nothing is in no code.
  const filter = { offerId, part: q ? (foldCode(q) ?? "?") : undefined };
  const [rows, total] = await Promise.all([
    listRows(ctx.scope, filter, { limit, offset, after, now: ctx.now() }),
    countCodes(ctx.scope, filter),
  ]);
  const data = rows.slice(0, limit);
  const hasMore = rows.length > limit;
  return {
    object: "list",
    data,
    hasMore,
    nextCursor: hasMore ? (data.at(-1)?.codeKey ?? null) : null,
    total,
  };
}
