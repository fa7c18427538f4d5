import type { WorkspaceScope } from "@/db/scope";

const contactsConsidered = 10_000;

/** Any of the newest contacts, and one whom the channel reaches where there is one. */
export async function findRandomContactId(
  scope: WorkspaceScope,
  channel: string,
): Promise<string | undefined> {
  const rows = await scope.sql<{ id: string }>`
    select id from (
      select id, exists (
        select 1 from subscriptions s
        where s.workspace_id = ${scope.id} and s.contact_id = c.id and s.channel = ${channel} and s.status = 'active'
      ) as is_reached
      from contacts c where c.workspace_id = ${scope.id} and c.erased_at is null
      order by id desc limit ${contactsConsidered}
    ) newest order by is_reached desc, random() limit 1`;
  return rows[0]?.id;
}
