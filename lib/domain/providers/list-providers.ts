import { ageSorts, cursorOf } from "@/db/keyset";
import {
  countProviders,
  listProviders as listProviderRows,
  type ProviderListFilter,
  providerOrders,
} from "@/db/queries/providers/list-providers";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import { describeProvider, type Provider } from "./describe-provider";

export async function listProviders(
  ctx: WorkspaceContext,
  input: ListInput & ProviderListFilter & { sort?: string | undefined },
): Promise<Page<Provider>> {
  ctx.require("providers.read");
  const order = providerOrders[parseSort(input.sort, ageSorts)];
  const page = parsePage(input, order.keys.length);
  const [rows, total] = await Promise.all([
    listProviderRows(ctx.scope, input, order, page),
    countProviders(ctx.scope, input),
  ]);
  return toPage(rows.map(describeProvider), page.limit, (row) => cursorOf(order, row), total);
}
