import { matchesFolded } from "@/db/matches-folded";
import type { WorkspaceScope } from "@/db/scope";
import type { TemplateRow } from "./template-row";

export type TemplateListFilter = {
  q?: string | undefined;
  channel?: string[] | undefined;
  category?: string[] | undefined;
  archived?: boolean | undefined;
};

type Slice = { limit: number; offset: number; before: string | undefined };

/** Newest first. */
export async function listTemplates(scope: WorkspaceScope, filter: TemplateListFilter, slice: Slice) {
  const before = slice.before ? scope.fragment`and t.id < ${slice.before}::uuid` : scope.fragment``;
  return scope.sql<TemplateRow>`
    select t.* from templates t
    where t.workspace_id = ${scope.id} and ${conditions(scope, filter)} ${before}
    order by t.id desc limit ${slice.limit} offset ${slice.offset}`;
}

export async function countTemplates(scope: WorkspaceScope, filter: TemplateListFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from templates t where t.workspace_id = ${scope.id} and ${conditions(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

function conditions(scope: WorkspaceScope, filter: TemplateListFilter) {
  const where = scope.fragment;
  return scope.all([
    filter.archived ? where`t.archived_at is not null` : where`t.archived_at is null`,
    filter.channel && where`t.channel = any(${filter.channel})`,
    filter.category && where`t.category = any(${filter.category})`,
    filter.q && matchesFolded(scope, ["t.name"], filter.q),
  ]);
}
