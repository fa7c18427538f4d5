import type { WorkspaceScope } from "@/db/scope";

const contactsRead = 2_000;
const namesMax = 100;

/** Attribute names of the newest contacts, the most frequent first. */
export async function listAttributeNames(scope: WorkspaceScope): Promise<string[]> {
  const rows = await scope.sql<{ name: string }>`
    select name from (
      select attributes from contacts where workspace_id = ${scope.id} order by id desc limit ${contactsRead}
    ) newest, jsonb_object_keys(newest.attributes) as name
    group by name order by count(*) desc, name limit ${namesMax}`;
  return rows.map(({ name }) => name);
}
