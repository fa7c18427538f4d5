import type { WorkspaceScope } from "@/db/scope";

/** Whom events are about: a contact's own id, the customer's id of it, or a browser's. */
export type PersonClue = { kind: "contact" | "external" | "anonymous"; key: string };

/** The contacts that clues name, by `clueKey`. A contact that became another one is that other one. */
export async function resolvePeople(tx: WorkspaceScope, clues: PersonClue[]): Promise<Map<string, string>> {
  const keysOf = (kind: PersonClue["kind"]) =>
    clues.filter((clue) => clue.kind === kind).map(({ key }) => key);
  const [contacts, externals] = [keysOf("contact"), keysOf("external")];
  const aliases = [...keysOf("anonymous"), ...contacts];
  const [own, external, alias] = await Promise.all([
    contacts.length > 0 ? findContacts(tx, contacts) : [],
    externals.length > 0 ? findByExternalId(tx, externals) : [],
    aliases.length > 0 ? findByAlias(tx, aliases) : [],
  ]);
  return new Map([
    ...alias.flatMap(({ key, id }): [string, string][] => [
      [clueKey({ kind: "anonymous", key }), id],
      [clueKey({ kind: "contact", key }), id],
    ]),
    ...external.map(({ key, id }): [string, string] => [clueKey({ kind: "external", key }), id]),
    ...own.map(({ id }): [string, string] => [clueKey({ kind: "contact", key: id }), id]),
  ]);
}

export const clueKey = ({ kind, key }: PersonClue): string => `${kind} ${key}`;

type Found = { key: string; id: string };

const findContacts = (tx: WorkspaceScope, ids: string[]) => tx.sql<{ id: string }>`
  select id from contacts where workspace_id = ${tx.id} and id = any(${ids}::uuid[])`;

const findByExternalId = (tx: WorkspaceScope, keys: string[]) => tx.sql<Found>`
  select r.key, c.id from unnest(${keys}::text[]) as r(key)
  cross join lateral (select id from contacts where workspace_id = ${tx.id} and external_id = r.key limit 1) c`;

const findByAlias = (tx: WorkspaceScope, keys: string[]) => tx.sql<Found>`
  select r.key, a.contact_id as id from unnest(${keys}::text[]) as r(key)
  cross join lateral (select contact_id from contact_aliases
    where workspace_id = ${tx.id} and alias = r.key limit 1) a`;

export type NewPerson = { id: string; externalId: string | null; anonymousId: string | null };

/** People of whom nothing is known but an id. Two that make the same one at once are refused as not unique. */
export async function insertPeople(tx: WorkspaceScope, people: NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  const column = (read: (person: NewPerson) => string | null) => people.map(read);
  await tx.sql`
    insert into contacts (workspace_id, id, external_id, kind, attributes, tags)
    select ${tx.id}, r.id, r.external_id, case when r.external_id is null then 'guest' else 'user' end, '{}', '{}'
    from unnest(${column(({ id }) => id)}::uuid[], ${column(({ externalId }) => externalId)}::text[])
      as r(id, external_id)`;
  const named = people.filter(({ anonymousId }) => anonymousId !== null);
  if (named.length === 0) return;
  await tx.sql`
    insert into contact_aliases (workspace_id, alias, contact_id)
    select ${tx.id}, r.alias, r.contact_id
    from unnest(${named.map(({ anonymousId }) => anonymousId)}::text[], ${named.map(({ id }) => id)}::uuid[])
      as r(alias, contact_id)`;
}
