import type { Sql } from "@/db/client";
import { unsafeAcrossWorkspacesDeleteWorkspace } from "@/db/queries/system/erase-workspace";
import { SystemScope } from "@/db/scope";
import { demoPeople, demoWorkspaces } from "./demo-workspaces";

/** Removes the demo's workspaces with everything in them, and its people. What others made stays. */
export async function deleteDemo(sql: Sql): Promise<void> {
  const userIds = demoPeople.map((person) => person.id);
  await SystemScope.mint(sql).transaction(async (tx) => {
    for (const { id } of demoWorkspaces) await unsafeAcrossWorkspacesDeleteWorkspace(tx, id);
    await tx.sql`delete from users where id = any(${userIds})`;
  });
}
