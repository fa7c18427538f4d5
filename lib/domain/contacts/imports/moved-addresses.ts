import { type AddressHolder, findHolders, recordMovedAddresses } from "@/db/queries/contacts/moved-addresses";
import { sightHolders } from "@/db/queries/jobs/sightings";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import { addressesInOrder } from "../saving/gather-people";
import type { AddressMove } from "./import-options";
import type { ImportBatch } from "./save-import-batch";
import { sightingKeyOf } from "./sighting-key";
import type { ImportPeople, ImportPerson } from "./sort-import-rows";

/** Who has an address when a row claims it. */
type Holder = {
  /** Under which the file remembers people. */
  key: string;
  /** The row that gave it to them, when it lies in this batch. */
  line: number | null;
  /** Who was there before the import. */
  contact: string | null;
};

/**
 * The addresses that rows of the batch take from another person: from a contact, or from whoever an earlier row was
 * about. One that a row of the same batch takes from its holder by naming another is free, and moves nothing. Whoever
 * had it before the import is remembered for its undoing; a check remembers who the file gave it to, for its later rows.
 */
export async function noteMoves(
  tx: WorkspaceScope,
  people: ImportPeople,
  batch: ImportBatch,
): Promise<AddressMove[]> {
  const said = addressesInOrder([...people.created, ...people.existing]);
  const isKnown = new Set(people.existing.map(({ id }) => id));
  const found = await findHolders(
    tx,
    said.map((claim) => ({ ...claim, contactId: isKnown.has(claim.contactId) ? claim.contactId : null })),
  );
  // The usual file takes nothing from anybody.
  const isPlain = found.length === 0 && new Set(said.map(nameOf)).size === said.length;
  if (isPlain && !batch.params.dryRun) return [];
  const held = found.filter(isStillHeld(people.existing));
  const claims = claimsOf(said, people, batch);
  const holders = new Map(held.map((holder) => [nameOf(holder), toHolder(holder, batch.jobId)]));
  if (batch.params.dryRun)
    for (const [name, holder] of await sight(tx, batch.jobId, claims)) holders.set(name, holder);
  else
    await recordMovedAddresses(
      tx,
      batch.jobId,
      held.filter(({ importJobId }) => importJobId !== batch.jobId),
    );
  return movesOf(claims, holders);
}

type Claim = {
  channel: string;
  address: string;
  addressKey: string;
  line: number;
  /** Of whoever claims it. */
  key: string;
  contact: string | null;
};

function claimsOf(
  said: ReturnType<typeof addressesInOrder>,
  { created, existing }: ImportPeople,
  { rows }: ImportBatch,
): Claim[] {
  const people = new Map([...created, ...existing].map((person) => [person.id, person]));
  const before = new Set(existing.filter((person) => !person.isMadeHere).map(({ id }) => id));
  return said.map(({ contactId, channel, address, addressKey, ordinal }) => ({
    channel,
    address,
    addressKey,
    line: rows[ordinal]?.line ?? 0,
    key: people.get(contactId)?.key ?? contactId,
    contact: before.has(contactId) ? contactId : null,
  }));
}

/** Row by row, each address from whoever has it by then. */
function movesOf(claims: readonly Claim[], holders: Map<string, Holder>): AddressMove[] {
  const moves: AddressMove[] = [];
  for (const claim of claims) {
    const { line, channel, address, key, contact } = claim;
    const holder = holders.get(nameOf(claim));
    if (holder && holder.key !== key)
      moves.push({ line, channel: channel as Channel, address, of: holder.line, contact: holder.contact });
    holders.set(nameOf(claim), { key, line, contact });
  }
  return moves;
}

const nameOf = ({ channel, addressKey }: { channel: string; addressKey: string }) =>
  `${channel}:${addressKey}`;

const toHolder = ({ contactId, importJobId }: AddressHolder, jobId: string): Holder => ({
  key: contactId,
  line: null,
  contact: importJobId === jobId ? null : contactId,
});

/** Unless a row of the batch gives its holder another address in its place. */
function isStillHeld(existing: readonly ImportPerson[]): (holder: AddressHolder) => boolean {
  const named = new Map(existing.map(({ id, mains }) => [id, mains]));
  return ({ contactId, channel, addressKey, isMain }) =>
    !isMain ||
    !named.get(contactId)?.some((main) => main.channel === channel && main.addressKey !== addressKey);
}

/** Whoever the file gave these addresses to before, by the address; from now on it is whoever claims them last. */
async function sight(
  tx: WorkspaceScope,
  jobId: string,
  claims: readonly Claim[],
): Promise<Map<string, Holder>> {
  const last = new Map(claims.map((claim) => [nameOf(claim), claim.key]));
  const names = new Map([...last.keys()].map((name) => [sightingKeyOf(`address:${name}`), name]));
  const said = [...names].map(([key, name]) => ({ key, holder: last.get(name) ?? "" }));
  const seen = await sightHolders(tx, jobId, said);
  return new Map(
    seen.map(({ key, holder, isContact }) => [
      names.get(key) ?? "",
      { key: holder, line: null, contact: isContact ? holder : null },
    ]),
  );
}
