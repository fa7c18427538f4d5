import { listStock, type StockRow } from "@/db/queries/coupons/allocation/coupon-stock";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { makeableOf } from "./makeable";

type CodeStock = StockRow & {
  /** How many more can be made while messages go out. */
  makeable: number;
};

export const toStock = (row: StockRow): CodeStock => ({ ...row, makeable: makeableOf(row) });

const shownMax = 50;

/** Batches that messages may give codes of, with what is left of them; newest first. */
export async function listCodeStock(
  ctx: WorkspaceContext,
  { q, batchId }: { q?: string | undefined; batchId?: string | undefined },
): Promise<{ data: CodeStock[] }> {
  ctx.require("coupons.read");
  const rows = await listStock(ctx.scope, {
    q,
    limit: shownMax,
    ...(batchId ? { batchIds: [batchId] } : {}),
  });
  return { data: rows.map(toStock) };
}
