import type { SystemScope } from "@/db/scope";

export type TenantTable = { name: string; key: string[] };

/**
 * Every table with a `workspace_id`. Tables that others refer to come after those; the partitioned ones, which refer to
 * nothing, after the runs and chunks that whoever writes to them must hold.
 */
export async function listTenantTables(system: SystemScope): Promise<TenantTable[]> {
  return system.sql<TenantTable>`
    with recursive depths as (
      select oid, 0 as depth from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      union
      select f.confrelid, d.depth + 1 from depths d
      join pg_constraint f on f.contype = 'f' and f.conrelid = d.oid and f.confrelid <> d.oid)
    select c.relname as name,
      coalesce(array_agg(k.attname order by k.attnum) filter (where k.attname <> 'workspace_id'), '{}') as key
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute k on k.attrelid = c.oid and k.attnum = any(i.indkey)
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.oid, c.relname, c.relkind
    order by c.relkind = 'p', (select max(d.depth) from depths d where d.oid = c.oid), c.relname`;
}

export async function unsafeAcrossWorkspacesFindDeletion(
  system: SystemScope,
  workspaceId: string,
): Promise<{ deletedAt: Date | null } | undefined> {
  const rows = await system.sql<{ deletedAt: Date | null }>`
    select deleted_at from workspaces where id = ${workspaceId}`;
  return rows[0];
}

/** Those that should have been erased by now. */
export async function unsafeAcrossWorkspacesListDeleted(
  system: SystemScope,
  before: Date,
): Promise<string[]> {
  const rows = await system.sql<{ id: string }>`select id from workspaces where deleted_at < ${before}`;
  return rows.map(({ id }) => id);
}

/** Gives how many rows are gone. */
export async function unsafeAcrossWorkspacesDeleteRows(
  system: SystemScope,
  { name, key }: TenantTable,
  workspaceId: string,
  limit: number,
): Promise<number> {
  const { fragment } = system;
  const same = system.all(
    key.map((column) => fragment`t.${system.name(column)} = part.${system.name(column)}`),
  );
  const columns = key.map((column) => system.name(column));
  const [gone] = await system.sql<{ count: number }>`
    with part as (
      select ${columns.reduce((so, column) => fragment`${so}, ${column}`, fragment`workspace_id`)} from ${system.name(name)}
      where workspace_id = ${workspaceId} limit ${limit}),
    gone as (
      delete from ${system.name(name)} t using part where t.workspace_id = ${workspaceId} and ${same} returning 1)
    select count(*)::int as count from gone`;
  return gone?.count ?? 0;
}

/** Ended runs of its workflows, with what belongs to them; gives how many. The run that erases goes with age. */
export async function unsafeAcrossWorkspacesDeleteWorkflowRuns(
  system: SystemScope,
  workspaceId: string,
  limit: number,
): Promise<number> {
  const [gone] = await system.sql<{ count: number }>`
    with old as (
      delete from workflow.runs where id in (
        select id from workflow.runs where workspace_id = ${workspaceId} and status <> 'active' order by id limit ${limit})
      returning id
    ), steps as (
      delete from workflow.steps where run_id in (select id from old)
    ), attempts as (
      delete from workflow.attempts where run_id in (select id from old)
    )
    select count(*)::int as count from old`;
  return gone?.count ?? 0;
}

/**
 * Takes the workspace itself, and what was written while its rows went. Nobody can begin to write while its row is
 * held: whoever already did so is waited for.
 */
export async function unsafeAcrossWorkspacesDeleteWorkspace(
  system: SystemScope,
  workspaceId: string,
): Promise<void> {
  await system.transaction(async (tx) => {
    await tx.sql`select 1 from workspaces where id = ${workspaceId} for update`;
    for (const { name } of await listTenantTables(tx))
      await tx.sql`delete from ${tx.name(name)} where workspace_id = ${workspaceId}`;
    await tx.sql`delete from workspaces where id = ${workspaceId}`;
  });
}
