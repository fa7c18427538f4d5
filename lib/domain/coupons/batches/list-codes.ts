import { findBatch } from "@/db/queries/coupons/batches/list-batches";
import { type CodeRow, listCodes as listCodeRows } from "@/db/queries/coupons/batches/list-codes";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, notFound } from "@/lib/platform/errors";
import { type ListInput, type Page, parsePage } from "@/lib/platform/paging";
import { foldCode } from "../codes/fold-code";
import type { CodeStatus } from "./batch";

type Input = ListInput & {
  batchId: string;
  q?: string | undefined;
  status?: CodeStatus[] | undefined;
};

/** In the order they were written; its cursor is the place of the last one. `q` is the beginning of a code as people type it. */
export async function listCodes(
  ctx: WorkspaceContext,
  { batchId, q, status, after, ...paging }: Input,
): Promise<Page<CodeRow>> {
  ctx.require("coupons.read");
  const batch = await findBatch(ctx.scope, batchId);
  if (!batch) throw notFound();
  const { limit, offset } = parsePage(paging);
  if (after !== undefined && !/^\d{1,9}$/.test(after))
    throw invalidField("after", "This is no cursor of this list. Use `next_cursor` of the previous page.");
  const key = q ? foldCode(q) : undefined;
  const isNothing = Boolean(q) && key === undefined;
  const page = { after: after === undefined ? -1 : Number(after), offset, limit: limit + 1 };
  const rows = isNothing ? [] : await listCodeRows(ctx.scope, batchId, { key, status }, page);
  const data = rows.slice(0, limit);
  const hasMore = rows.length > limit;
  const nextCursor = hasMore ? String(data.at(-1)?.seq) : null;
  return { object: "list", data, hasMore, nextCursor, total: q || status ? null : batch.generated };
}
