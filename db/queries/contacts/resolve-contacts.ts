import type { WorkspaceScope } from "@/db/scope";

export type ContactClue = {
  ordinal: number;
  externalId: string | null;
  channel: string | null;
  addressKey: string | null;
};

export type ResolvedContact = { ordinal: number; id: string; firstName: string; lastName: string };

/** Who the clues are about: the external id decides; without one, the address. */
export async function resolveContacts(tx: WorkspaceScope, clues: ContactClue[]): Promise<ResolvedContact[]> {
  return tx.sql<ResolvedContact>`
    select r.ordinal, c.id, c.first_name, c.last_name
    from jsonb_to_recordset(${tx.json(clues)}) as r(ordinal int, "externalId" text, channel text, "addressKey" text)
    left join subscriptions s on s.workspace_id = ${tx.id} and r."externalId" is null
      and s.channel = r.channel and s.address_key = r."addressKey"
    join contacts c on c.workspace_id = ${tx.id}
      and (c.external_id = r."externalId" or (r."externalId" is null and c.id = s.contact_id))`;
}
