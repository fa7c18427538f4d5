import { lockClues } from "@/db/queries/contacts/lock-clues";
import { resolveContacts } from "@/db/queries/contacts/resolve-contacts";
import { saveAddresses } from "@/db/queries/contacts/save-addresses";
import {
  type ContactWrite,
  insertContacts,
  updateContacts,
  upsertConsents,
} from "@/db/queries/contacts/upsert-contacts";
import type { WorkspaceScope } from "@/db/scope";
import { newId } from "@/lib/platform/ids";
import { addressesAfter, toReplacements, upsertedMains } from "./main-addresses";
import {
  type PreparedContact,
  toConsentWrites,
  toContactWrite,
  toSubscriptionWrites,
} from "./prepare-contact";

export type SavedContacts = {
  created: number;
  updated: number;
  /** Contact id of each input, in order. */
  ids: string[];
};

type Known = { id: string; firstName: string; lastName: string };

/**
 * Creates or updates contacts as a set: the external id says who somebody is, without one an address does.
 * Inputs about one person inside a call are applied in order.
 */
export async function saveContacts(
  tx: WorkspaceScope,
  prepared: PreparedContact[],
  { now, importJobId }: { now: Date; importJobId?: string },
): Promise<SavedContacts> {
  await lockClues(tx, prepared.flatMap(cluesOf));
  const existing = await findExisting(tx, prepared);
  const inserts = new Map<string, ContactWrite>();
  const updates = new Map<string, ContactWrite>();
  const idOfClue = new Map<string, string>();
  const ids = prepared.map((contact, ordinal) => {
    const clue = clueOf(contact);
    const known = existing.get(ordinal);
    const id = known?.id ?? (clue === undefined ? undefined : idOfClue.get(clue)) ?? newId();
    if (clue !== undefined) idOfClue.set(clue, id);
    const target = known ? updates : inserts;
    const earlier = target.get(id);
    target.set(
      id,
      merge(earlier, toContactWrite(contact.input, id, earlier ? named(earlier) : known, importJobId)),
    );
    return id;
  });
  await insertContacts(tx, [...inserts.values()]);
  await updateContacts(tx, [...updates.values()]);
  const said = gatherAddresses(prepared, ids);
  await saveAddresses(tx, lastOfEachAddress(said), {
    replacements: [...updates.keys()].flatMap((id) => toReplacements(said.get(id)?.mains ?? [], id)),
  });
  await upsertConsents(
    tx,
    prepared.flatMap(({ input }, index) => toConsentWrites(input, ids[index] ?? "", now)),
  );
  return { created: inserts.size, updated: updates.size, ids };
}

async function findExisting(tx: WorkspaceScope, prepared: PreparedContact[]): Promise<Map<number, Known>> {
  const clues = prepared.map(({ input, addresses }, ordinal) => ({
    ordinal,
    externalId: input.externalId ?? null,
    channel: addresses[0]?.channel ?? null,
    addressKey: addresses[0]?.addressKey ?? null,
  }));
  const found = await resolveContacts(tx, clues);
  return new Map(found.map((row) => [row.ordinal, row]));
}

/** Everything that says who this is: whoever writes about the same person at the same time waits. */
const cluesOf = ({ input, addresses }: PreparedContact): string[] => [
  ...(input.externalId ? [`id:${input.externalId}`] : []),
  ...addresses.map(({ channel, addressKey }) => `${channel}:${addressKey}`),
];

function clueOf({ input, addresses }: PreparedContact): string | undefined {
  if (input.externalId) return `id:${input.externalId}`;
  const [first] = addresses;
  return first ? `${first.channel}:${first.addressKey}` : undefined;
}

const named = (write: ContactWrite) => ({ firstName: write.firstName ?? "", lastName: write.lastName ?? "" });

function merge(earlier: ContactWrite | undefined, later: ContactWrite): ContactWrite {
  if (!earlier) return later;
  const given = Object.fromEntries(Object.entries(later).filter(([, value]) => value !== undefined));
  return { ...earlier, ...given, attributes: { ...earlier.attributes, ...later.attributes } };
}

type Said = ReturnType<typeof addressesAfter<ReturnType<typeof toSubscriptionWrites>[number]>>;

function gatherAddresses(prepared: PreparedContact[], ids: string[]): Map<string, Said> {
  const said = new Map<string, Said>();
  prepared.forEach((contact, index) => {
    const id = ids[index] ?? "";
    const addresses = toSubscriptionWrites(contact.addresses, id);
    const latest = addressesAfter(said.get(id), { addresses, mains: upsertedMains(contact) });
    // Whoever was spoken of last comes last.
    said.delete(id);
    said.set(id, latest);
  });
  return said;
}

/** An upsert may name each endpoint once; the last contact that names it keeps it. */
function lastOfEachAddress(said: Map<string, Said>) {
  const byAddress = new Map<string, Said["addresses"][number]>();
  for (const { addresses } of said.values())
    for (const address of addresses) byAddress.set(`${address.channel}:${address.addressKey}`, address);
  return [...byAddress.values()];
}
