import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";

/** An address as a provider got it, with the forms under which it may be stored. */
export type RecipientClue = { channel: Channel; to: string; addressKeys: string[] };

type Names = { firstName: string; lastName: string; externalId: string | null };

export type Recipient = Names & { channel: Channel; to: string; contactId: string };

/** Whose addresses these are, as far as they are anybody's. */
export async function findRecipients(scope: WorkspaceScope, clues: RecipientClue[]): Promise<Recipient[]> {
  if (clues.length === 0) return [];
  return scope.sql<Recipient>`
    select distinct on (r.channel, r."to") r.channel, r."to", c.id as contact_id, c.first_name, c.last_name,
      c.external_id
    from jsonb_to_recordset(${scope.json(clues)}) as r(channel text, "to" text, "addressKeys" text[])
    join subscriptions s on s.workspace_id = ${scope.id} and s.channel = r.channel
      and s.address_key = any(r."addressKeys")
    join contacts c on c.workspace_id = ${scope.id} and c.id = s.contact_id
    order by r.channel, r."to", c.id`;
}

export async function findContactNames(
  scope: WorkspaceScope,
  contactIds: string[],
): Promise<(Names & { id: string })[]> {
  if (contactIds.length === 0) return [];
  return scope.sql<Names & { id: string }>`
    select c.id, c.first_name, c.last_name, c.external_id from contacts c
    where c.workspace_id = ${scope.id} and c.id = any(${contactIds})`;
}
