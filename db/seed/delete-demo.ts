import type { Sql } from "@/db/client";
import { SystemScope } from "@/db/scope";
import { demoPeople, demoWorkspaces } from "./demo-workspaces";

/** Removes the demo's workspaces with everything in them, and its people. What others made stays. */
export async function deleteDemo(sql: Sql): Promise<void> {
  const workspaceIds = demoWorkspaces.map((workspace) => workspace.id);
  const userIds = demoPeople.map((person) => person.id);
  await SystemScope.mint(sql).transaction(async (tx) => {
    for (const table of await listTenantTables(tx)) {
      await tx.sql`delete from ${tx.name(table)} where workspace_id = any(${workspaceIds})`;
    }
    await tx.sql`delete from workspaces where id = any(${workspaceIds})`;
    await tx.sql`delete from users where id = any(${userIds})`;
  });
}

/** Tables that refer to others come before those. */
async function listTenantTables(tx: SystemScope): Promise<string[]> {
  const rows = await tx.sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by (select count(*) from pg_constraint f where f.contype = 'f' and f.confrelid = c.oid), c.relname`;
  return rows.map((row) => row.name);
}
