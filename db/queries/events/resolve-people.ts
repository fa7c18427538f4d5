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
    contacts.length > 0 ? findContacts(tx, contacts) : nobody,
    externals.length > 0 ? findByExternalId(tx, externals) : nobody,
    aliases.length > 0 ? findByAlias(tx, aliases) : nobody,
  ]);
  return clues.map(({ kind, key }) => {
    if (kind === "external") return external.get(key);
    return (kind === "contact" ? own.get(key) : undefined) ?? alias.get(key);
  });
}

type Ids = ReadonlyMap<string, string>;

const nobody: Ids = new Map();

// One row, and keys as one condition: a join of the keys is planned as a look-up for each of them, and until the table
// has been analysed once through an index that holds the whole workspace.

const findContacts = (tx: WorkspaceScope, ids: string[]) =>
  idsOf(tx.sql<Found>`
    select json_agg(id) as keys, string_agg(id::text, ',') as ids from contacts
    where workspace_id = ${tx.id} and id = any(${ids}::uuid[])`);

const findByExternalId = (tx: WorkspaceScope, keys: string[]) =>
  idsOf(tx.sql<Found>`
    select json_agg(external_id) as keys, string_agg(id::text, ',') as ids from contacts
    where workspace_id = ${tx.id} and external_id = any(${keys}::text[])`);

const findByAlias = (tx: WorkspaceScope, keys: string[]) =>
  idsOf(tx.sql<Found>`
    select json_agg(alias) as keys, string_agg(contact_id::text, ',') as ids from contact_aliases
    where workspace_id = ${tx.id} and alias = any(${keys}::text[])`);

/** Two lists in one order; null when nobody was found. */
type Found = { keys: string[] | null; ids: string | null };

async function idsOf(rows: Promise<Found[]>): Promise<Ids> {
  const [found] = await rows;
  const ids = found?.ids?.split(",") ?? [];
  return new Map(found?.keys?.map((key, n) => [key, ids[n] ?? ""]));
}

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
