import { lockClues } from "@/db/queries/contacts/lock-clues";
import { saveAddresses } from "@/db/queries/contacts/save-addresses";
import { insertContacts, updateContacts, upsertConsents } from "@/db/queries/contacts/upsert-contacts";
import type { WorkspaceScope } from "@/db/scope";
import { addressesInOrder, cluesOf, foldEntries, gatherPeople, type Person } from "./gather-people";
import { toReplacements } from "./main-addresses";
import { type PreparedContact, toConsentWrites, toContactWrite } from "./prepare-contact";

export type SavedContacts = {
  created: number;
  updated: number;
  /** Contact id of each input, in order. */
  ids: string[];
};

/**
 * Creates or updates contacts as a set: the external id says who somebody is, without one an address does.
 * Inputs about one person inside a call are applied in order.
 */
export async function saveContacts(
  tx: WorkspaceScope,
  prepared: PreparedContact[],
  { now }: { now: Date },
): Promise<SavedContacts> {
  await lockClues(tx, prepared.flatMap(cluesOf));
  const people = await gatherPeople(tx, prepared);
  const writes = people.map((person) => {
    const folded = foldEntries(person);
    return { ...person, ...folded, write: toContactWrite(folded.input, person.id) };
  });
  const { created = [], updated = [] } = Object.groupBy(writes, ({ known }) =>
    known ? "updated" : "created",
  );
  await insertContacts(
    tx,
    created.map(({ write }) => write),
  );
  await updateContacts(
    tx,
    updated.map(({ write }) => write),
  );
  await saveAddresses(tx, addressesInOrder(writes), {
    replacements: updated.flatMap(({ id, mains }) => toReplacements(mains, id)),
  });
  await upsertConsents(
    tx,
    writes.flatMap(({ input, id }) => toConsentWrites(input, id, now)),
  );
  return { created: created.length, updated: updated.length, ids: idsInOrder(people) };
}

function idsInOrder(people: readonly Person<PreparedContact>[]): string[] {
  const ids: string[] = [];
  for (const { id, entries } of people) for (const { ordinal } of entries) ids[ordinal] = id;
  return ids;
}
