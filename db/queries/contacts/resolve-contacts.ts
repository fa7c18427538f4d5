import type { WorkspaceScope } from "@/db/scope";

export type ContactClue = {
  ordinal: number;
  externalId: string | null;
  channel: string | null;
  addressKey: string | null;
};

export type ResolvedContact = {
  ordinal: number;
  id: string;
  importJobId: string | null;
};

/**
 * Who the clues are about: the external id decides; without one, the address. Each clue is one probe of an index,
 * whatever the planner believes about the size of the tables.
 */
export async function resolveContacts(tx: WorkspaceScope, clues: ContactClue[]): Promise<ResolvedContact[]> {
  const byId = clues.filter((clue) => clue.externalId !== null);
  const byAddress = clues.filter((clue) => clue.externalId === null && clue.addressKey !== null);
  const [named, reached] = await Promise.all([
    byId.length > 0 ? resolveByExternalId(tx, byId) : [],
    byAddress.length > 0 ? resolveByAddress(tx, byAddress) : [],
  ]);
  return [...named, ...reached];
}

const resolveByExternalId = (tx: WorkspaceScope, clues: ContactClue[]) => tx.sql<ResolvedContact>`
  select r.ordinal, c.id, c.import_job_id
  from unnest(${clues.map((clue) => clue.ordinal)}::int[], ${clues.map((clue) => clue.externalId)}::text[])
    as r(ordinal, external_id)
  cross join lateral (
    select id, import_job_id from contacts
    where workspace_id = ${tx.id} and external_id = r.external_id limit 1) c`;

const resolveByAddress = (tx: WorkspaceScope, clues: ContactClue[]) => tx.sql<ResolvedContact>`
  select r.ordinal, c.id, c.import_job_id
  from unnest(${clues.map((clue) => clue.ordinal)}::int[], ${clues.map((clue) => clue.channel)}::text[],
    ${clues.map((clue) => clue.addressKey)}::text[]) as r(ordinal, channel, address_key)
  cross join lateral (
    select contact_id from subscriptions
    where workspace_id = ${tx.id} and channel = r.channel and address_key = r.address_key
      and status <> 'removed' limit 1) s
  join contacts c on c.workspace_id = ${tx.id} and c.id = s.contact_id`;
