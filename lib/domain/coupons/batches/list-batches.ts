import { cursorOf } from "@/db/keyset";
import {
  type BatchListFilter,
  batchOrders,
  batchSorts,
  countBatches,
  listBatches as listBatchRows,
} from "@/db/queries/coupons/batches/list-batches";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import { type Batch, toBatch } from "./get-batch";

type Input = ListInput & BatchListFilter & { sort?: string | undefined };

export async function listBatches(ctx: WorkspaceContext, input: Input): Promise<Page<Batch>> {
  ctx.require("coupons.read");
  const sort = parseSort(input.sort, batchSorts);
  const order = batchOrders[sort];
  const request = parsePage(input, order.keys.length);
  const [rows, total] = await Promise.all([
    listBatchRows(ctx.scope, input, { ...request, sort }),
    countBatches(ctx.scope, input),
  ]);
  return toPage(rows.map(toBatch), request.limit, (batch) => cursorOf(order, batch), total);
}
