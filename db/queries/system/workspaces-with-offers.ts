import type { SystemScope } from "@/db/scope";

/** The next of the workspaces that have offers, in the order of their ids. */
export async function unsafeAcrossWorkspacesListWithOffers(
  system: SystemScope,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await system.sql<{ id: string }>`
    select w.id from workspaces w
    where (${after}::uuid is null or w.id > ${after}::uuid) and exists (select 1 from offers o where o.workspace_id = w.id)
    order by w.id limit ${limit}`;
  return rows.map(({ id }) => id);
}
