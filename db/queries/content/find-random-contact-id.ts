import type { WorkspaceScope } from "@/db/scope";

const contactsConsidered = 10_000;

/** Any of the newest contacts. */
export async function findRandomContactId(scope: WorkspaceScope): Promise<string | undefined> {
  const rows = await scope.sql<{ id: string }>`
    select id from (
      select id from contacts where workspace_id = ${scope.id} and erased_at is null
      order by id desc limit ${contactsConsidered}
    ) newest order by random() limit 1`;
  return rows[0]?.id;
}
