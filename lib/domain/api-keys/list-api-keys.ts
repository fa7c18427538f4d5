import { ageSorts, cursorOf } from "@/db/keyset";
import {
  type ApiKeyFilter,
  apiKeyOrders,
  countApiKeys,
  listApiKeys as listApiKeyRows,
} from "@/db/queries/api-keys";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import { apiKeyStatusOf } from "./api-key";
import type { ApiKey } from "./create-api-key";

export async function listApiKeys(
  ctx: WorkspaceContext,
  input: ListInput & ApiKeyFilter & { sort?: string | undefined },
): Promise<Page<ApiKey>> {
  ctx.require("api_keys.read");
  const order = apiKeyOrders[parseSort(input.sort, ageSorts)];
  const page = parsePage(input, order.keys.length);
  const [rows, total] = await Promise.all([
    listApiKeyRows(ctx.scope, input, order, page),
    countApiKeys(ctx.scope, input),
  ]);
  const keys = rows.map((row) => ({ ...row, status: apiKeyStatusOf(row, ctx.now()) }));
  return toPage(keys, page.limit, (row) => cursorOf(order, row), total);
}
