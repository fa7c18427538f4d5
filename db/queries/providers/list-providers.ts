import { byAge, type Order, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import type { ProviderKind, ProviderStatus } from "@/lib/domain/providers/provider";
import type { PageRequest } from "@/lib/platform/paging";
import { dayColumn, type ProviderWithDay, providerColumns } from "./provider-row";

export type ProviderListFilter = {
  q?: string | undefined;
  channel?: Channel[] | undefined;
  kind?: ProviderKind[] | undefined;
  status?: ProviderStatus[] | undefined;
  /** Only the archived ones; absent: only the others. */
  archived?: boolean | undefined;
};

export const providerOrders = byAge("p.id");

export async function listProviders(
  scope: WorkspaceScope,
  filter: ProviderListFilter,
  order: Order,
  page: PageRequest,
) {
  return scope.sql<ProviderWithDay>`
    select ${providerColumns(scope)}, ${dayColumn(scope)} from providers p
    where p.workspace_id = ${scope.id} and ${providerConditions(scope, filter)}
    ${pageOf(scope, order, page)}`;
}

export async function countProviders(scope: WorkspaceScope, filter: ProviderListFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from providers p
    where p.workspace_id = ${scope.id} and ${providerConditions(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

function providerConditions(scope: WorkspaceScope, filter: ProviderListFilter) {
  const where = scope.fragment;
  return scope.all([
    filter.archived ? where`p.archived_at is not null` : where`p.archived_at is null`,
    filter.channel && where`p.channel = any(${filter.channel})`,
    filter.kind && where`p.kind = any(${filter.kind})`,
    filter.status && where`p.status = any(${filter.status})`,
    filter.q && matchesFolded(scope, ["p.name"], filter.q),
  ]);
}
