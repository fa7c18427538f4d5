import { type ResolvedContact, resolveContacts } from "@/db/queries/contacts/resolve-contacts";
import type { SubscriptionWrite } from "@/db/queries/contacts/upsert-contacts";
import type { WorkspaceScope } from "@/db/scope";
import { newId } from "@/lib/platform/ids";
import { addressesAfter, upsertedMains } from "./main-addresses";
import {
  type AddressWrite,
  type ContactInput,
  type MainAddress,
  type PreparedContact,
  toSubscriptionWrites,
} from "./prepare-contact";

/** Somebody whom entries of one call or file are about. */
export type Person<Entry> = {
  id: string;
  /** Who was there already. */
  known: ResolvedContact | undefined;
  /** What the first entry names them by. */
  clue: string;
  /** In the order in which they are said. */
  entries: { entry: Entry; ordinal: number }[];
};

/**
 * Who the entries are about: the external id decides; without one, the first address does, and means whoever an
 * earlier entry gave it to.
 */
export async function gatherPeople<Entry extends PreparedContact>(
  tx: WorkspaceScope,
  entries: readonly Entry[],
): Promise<Person<Entry>[]> {
  const found = await resolveContacts(tx, entries.map(toResolvable));
  const stored = new Map(found.map((row) => [row.ordinal, row]));
  const people = new Map<string, Person<Entry>>();
  const named = new Map<string, Person<Entry>>();
  for (const [ordinal, entry] of entries.entries()) {
    const clues = cluesOf(entry);
    const [clue = ""] = clues;
    const known = stored.get(ordinal);
    const id = named.get(clue)?.id ?? known?.id ?? newId();
    const person = people.get(id) ?? { id, known, clue, entries: [] };
    person.entries.push({ entry, ordinal });
    people.set(id, person);
    for (const each of clues) named.set(each, person);
  }
  return [...people.values()];
}

/** Everything that says who this is, what decides first. Whoever writes about the same person meanwhile waits. */
export const cluesOf = ({ input, addresses }: PreparedContact): string[] => [
  ...(input.externalId ? [`id:${input.externalId}`] : []),
  ...addresses.map(({ channel, addressKey }) => `${channel}:${addressKey}`),
];

function toResolvable({ input, addresses: [first] }: PreparedContact, ordinal: number) {
  return {
    ordinal,
    externalId: input.externalId ?? null,
    channel: first?.channel ?? null,
    addressKey: first?.addressKey ?? null,
  };
}

type SaidAddress = SubscriptionWrite & AddressWrite & { ordinal: number };

/** What several entries about one person come to. */
export type Folded = { input: ContactInput; addresses: SaidAddress[]; mains: MainAddress[] };

/** What is said later outweighs what was said before; all consents are kept, for their dates decide. */
export function foldEntries({ id, entries }: Pick<Person<PreparedContact>, "id" | "entries">): Folded {
  const said = entries.map(({ entry, ordinal }) => ({
    input: entry.input,
    addresses: toSubscriptionWrites(entry.addresses, id).map((address) => ({ ...address, ordinal })),
    mains: upsertedMains(entry),
  }));
  return said.reduce((earlier, later) => ({
    input: inputAfter(earlier.input, later.input),
    ...addressesAfter(earlier, later),
  }));
}

function inputAfter(earlier: ContactInput, later: ContactInput): ContactInput {
  const given = Object.fromEntries(Object.entries(later).filter(([, value]) => value !== undefined));
  return {
    ...earlier,
    ...given,
    attributes: { ...earlier.attributes, ...later.attributes },
    consents: [...(earlier.consents ?? []), ...(later.consents ?? [])],
  };
}

/** Of all these people, in the order in which they are said: whoever names an address last holds it. */
export const addressesInOrder = (people: readonly Pick<Folded, "addresses">[]): SaidAddress[] =>
  people.flatMap(({ addresses }) => addresses).sort((one, other) => one.ordinal - other.ordinal);
