import type { WorkspaceScope } from "@/db/scope";
import { type ContactListFilter, contactConditions } from "./list-contacts";

export type SelectedRange = {
  contactIds?: string[] | undefined;
  filter?: ContactListFilter | undefined;
  after: string | undefined;
  /** Ids grow with time: whoever comes later is not meant. */
  before: string;
  limit: number;
};

/** The next contacts of a selection, in the order of their ids. */
export function selectedContacts(
  scope: WorkspaceScope,
  { after, before, limit, ...selection }: SelectedRange,
) {
  return scope.fragment`
    select c.id from contacts c
    where c.workspace_id = ${scope.id} and c.id < ${before}::uuid
      and ${selectionConditions(scope, selection)} ${after ? scope.fragment`and c.id > ${after}::uuid` : scope.fragment``}
    order by c.id limit ${limit}`;
}

type Selection = Pick<SelectedRange, "contactIds" | "filter">;

const selectionConditions = (scope: WorkspaceScope, { contactIds, filter = {} }: Selection) =>
  scope.all([
    contactIds && scope.fragment`c.id = any(${contactIds}::uuid[])`,
    contactConditions(scope, filter),
  ]);

export async function countSelectedContacts(scope: WorkspaceScope, selection: Selection): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from contacts c
    where c.workspace_id = ${scope.id} and ${selectionConditions(scope, selection)}`;
  return rows[0]?.count ?? 0;
}

export async function deleteSelectedContacts(tx: WorkspaceScope, range: SelectedRange): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>`
    with gone as (
      delete from contacts c using (${selectedContacts(tx, range)}) s
      where c.workspace_id = ${tx.id} and c.id = s.id returning c.id),
    forgotten as (
      delete from events e using gone where e.workspace_id = ${tx.id} and e.contact_id = gone.id)
    select id from gone order by id`;
  return rows.map((row) => row.id);
}

/** Gives everyone in the range, whether or not their tags were different. */
export async function tagSelectedContacts(
  tx: WorkspaceScope,
  range: SelectedRange,
  { add, remove }: { add: string[]; remove: string[] },
): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>`
    with meant as materialized (${selectedContacts(tx, range)}),
    changed as (
      update contacts c set updated_at = now(), tags = array(
        select t from unnest(c.tags) t where t <> all(${remove}::text[])
        union all select t from unnest(${add}::text[]) t where t <> all(c.tags))
      from meant where c.workspace_id = ${tx.id} and c.id = meant.id
        and (c.tags && ${remove}::text[] or not c.tags @> ${add}::text[]))
    select id from meant order by id`;
  return rows.map((row) => row.id);
}
