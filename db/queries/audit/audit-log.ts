import { escapeLike } from "@/db/escape-like";
import { byAge, type Order, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { auditLog } from "@/db/schema/workspaces";
import type { WorkspaceScope } from "@/db/scope";
import { firstIdAt } from "@/lib/platform/ids";
import type { PageRequest } from "@/lib/platform/paging";

export type AuditEntryRow = typeof auditLog.$inferSelect;

export type AuditFilter = {
  /** In the name of the actor or the target. */
  q?: string | undefined;
  actorId?: string[] | undefined;
  /** Exact actions; one that ends in `.` means all that begin so. */
  action?: string[] | undefined;
  targetKind?: string[] | undefined;
  targetId?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
};

export const auditOrders = byAge("a.id");

export async function listAuditEntries(
  scope: WorkspaceScope,
  filter: AuditFilter,
  order: Order,
  page: PageRequest,
): Promise<AuditEntryRow[]> {
  return scope.sql<AuditEntryRow>`
    select a.* from audit_log a
    where a.workspace_id = ${scope.id} and ${auditConditions(scope, filter)}
    ${pageOf(scope, order, page)}`;
}

export type AuditFacets = { actors: { kind: string; id: string; name: string }[]; actions: string[] };

const facetEntriesMax = 20_000;

/** Who and what recent entries are about, to choose filters from. */
export async function findAuditFacets(scope: WorkspaceScope): Promise<AuditFacets> {
  const rows = await scope.sql<{ kind: string; id: string; name: string; action: string }>`
    select actor_kind as kind, actor_id as id, max(actor_name) as name, action from (
      select actor_kind, actor_id, actor_name, action from audit_log
      where workspace_id = ${scope.id} order by id desc limit ${facetEntriesMax}) recent
    group by actor_kind, actor_id, action`;
  const actors = new Map(rows.map(({ kind, id, name }) => [id, { kind, id, name }]));
  return { actors: [...actors.values()], actions: [...new Set(rows.map((row) => row.action))].sort() };
}

function auditConditions(scope: WorkspaceScope, filter: AuditFilter) {
  const where = scope.fragment;
  const exact = filter.action?.filter((action) => !action.endsWith("."));
  const starts = filter.action
    ?.filter((action) => action.endsWith("."))
    .map((start) => `${escapeLike(start)}%`);
  return scope.all([
    filter.q && matchesFolded(scope, ["a.actor_name", "a.target_name"], filter.q),
    filter.actorId && where`a.actor_id = any(${filter.actorId})`,
    filter.action && where`(a.action = any(${exact ?? []}) or a.action like any(${starts ?? []}))`,
    filter.targetKind && where`a.target_kind = any(${filter.targetKind})`,
    filter.targetId && where`a.target_id = ${filter.targetId}`,
    filter.since && where`a.id >= ${firstIdAt(filter.since)}::uuid`,
    filter.until && where`a.id < ${firstIdAt(filter.until)}::uuid`,
  ]);
}
