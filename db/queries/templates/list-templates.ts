import { byAge, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { WorkspaceScope } from "@/db/scope";
import type { PageRequest } from "@/lib/platform/paging";
import type { TemplateRow } from "./template-row";

export type TemplateListFilter = {
  q?: string | undefined;
  channel?: string[] | undefined;
  category?: string[] | undefined;
  archived?: boolean | undefined;
};

/** Of shipped ones too. */
export const templateOrder = byAge("t.id")["-created_at"];

export async function listTemplates(scope: WorkspaceScope, filter: TemplateListFilter, page: PageRequest) {
  return scope.sql<TemplateRow>`
    select t.* from templates t
    where t.workspace_id = ${scope.id} and ${conditions(scope, filter)} ${pageOf(scope, templateOrder, page)}`;
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
