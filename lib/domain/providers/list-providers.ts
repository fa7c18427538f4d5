import {
  countProviders,
  listProviders as listProviderRows,
  type ProviderListFilter,
} from "@/db/queries/providers/list-providers";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, toPage } from "@/lib/platform/paging";
import { describeProvider, type Provider } from "./describe-provider";

export async function listProviders(
  ctx: WorkspaceContext,
  input: ListInput & ProviderListFilter,
): Promise<Page<Provider>> {
  ctx.require("providers.read");
  const page = parsePage(input);
  const [rows, total] = await Promise.all([
    listProviderRows(ctx.scope, input, page),
    countProviders(ctx.scope, input),
  ]);
  return toPage(rows.map(describeProvider), page.limit, (row) => [row.id], total);
}
