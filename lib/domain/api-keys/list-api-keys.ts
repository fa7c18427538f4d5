import { type ApiKeyFilter, countApiKeys, listApiKeys as listApiKeyRows } from "@/db/queries/api-keys";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, toPage } from "@/lib/platform/paging";
import { apiKeyStatusOf } from "./api-key";
import type { ApiKey } from "./create-api-key";

/** The newest first. */
export async function listApiKeys(
  ctx: WorkspaceContext,
  input: ListInput & ApiKeyFilter,
): Promise<Page<ApiKey>> {
  ctx.require("api_keys.read");
  const page = parsePage(input);
  const [rows, total] = await Promise.all([
    listApiKeyRows(ctx.scope, input, page),
    countApiKeys(ctx.scope, input),
  ]);
  const keys = rows.map((row) => ({ ...row, status: apiKeyStatusOf(row, ctx.now()) }));
  return toPage(keys, page.limit, (row) => [row.id], total);
}
