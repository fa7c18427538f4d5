import type { WorkspaceScope } from "@/db/scope";

/** Whom events are about: a contact's own id, the customer's id of it, or a browser's. */
export type PersonClue = { kind: "contact" | "external" | "anonymous"; key: string };

/** The contact that each clue names. A contact that became another one is that other one. */
export async function resolvePeople(
  tx: WorkspaceScope,
  clues: PersonClue[],
): Promise<(string | undefined)[]> {
  const keysOf = (kind: PersonClue["kind"]) =>
    clues.filter((clue) => clue.kind === kind).map(({ key }) => key);
  const [contacts, externals] = [keysOf("contact"), keysOf("external")];
  const aliases = [...keysOf("anonymous"), ...contacts];
  const [own, external, alias] = await Promise.all([
    contacts.length > 0 ? findContacts(tx, contacts) : {},
    externals.length > 0 ? findByExternalId(tx, externals) : {},
    aliases.length > 0 ? findByAlias(tx, aliases) : {},
  ]);
  return clues.map(({ kind, key }) => {
    if (kind === "external") return idIn(external, key);
    return (kind === "contact" ? idIn(own, key) : undefined) ?? idIn(alias, key);
  });
}

type Ids = Record<string, string>;

/** Keys come from outside and may be called what objects have anyway. */
const idIn = (ids: Ids, key: string): string | undefined => (Object.hasOwn(ids, key) ? ids[key] : undefined);

// One row, and keys as one condition: a join of the keys is planned as a look-up for each of them, and until the table
// has been analysed once through an index that holds the whole workspace.

const findContacts = (tx: WorkspaceScope, ids: string[]) =>
  idsOf(tx.sql<{ ids: Ids | null }>`
    select json_object_agg(id, id) as ids from contacts where workspace_id = ${tx.id} and id = any(${ids}::uuid[])`);

const findByExternalId = (tx: WorkspaceScope, keys: string[]) =>
  idsOf(tx.sql<{ ids: Ids | null }>`
    select json_object_agg(external_id, id) as ids from contacts
    where workspace_id = ${tx.id} and external_id = any(${keys}::text[])`);

const findByAlias = (tx: WorkspaceScope, keys: string[]) =>
  idsOf(tx.sql<{ ids: Ids | null }>`
    select json_object_agg(alias, contact_id) as ids from contact_aliases
    where workspace_id = ${tx.id} and alias = any(${keys}::text[])`);

const idsOf = async (rows: Promise<{ ids: Ids | null }[]>): Promise<Ids> => (await rows)[0]?.ids ?? {};

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
