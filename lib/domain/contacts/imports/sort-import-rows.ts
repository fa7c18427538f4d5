import { createHash } from "node:crypto";
import { type ResolvedContact, resolveContacts } from "@/db/queries/contacts/resolve-contacts";
import type { ContactWrite, SubscriptionWrite } from "@/db/queries/contacts/upsert-contacts";
import { sightKeys } from "@/db/queries/jobs/advance-job";
import type { WorkspaceScope } from "@/db/scope";
import { newId } from "@/lib/platform/ids";
import { nameKeyOf } from "../contact";
import { addressesAfter, upsertedMains } from "../main-addresses";
import {
  type AddressWrite,
  type ConsentInput,
  type MainAddress,
  type PreparedContact,
  toContactWrite,
  toSubscriptionWrites,
} from "../prepare-contact";
import { consentsAfter } from "./import-consents";
import type { ImportRepeat } from "./import-options";
import type { ImportBatch, ImportRow } from "./save-import-batch";

type Person = {
  id: string;
  write: ContactWrite;
  addresses: (SubscriptionWrite & AddressWrite)[];
  mains: MainAddress[];
  consents: ConsentInput[];
};

export type ImportPeople = {
  created: Person[];
  existing: (Person & { isFirstSighting: boolean })[];
  /** Rows about somebody whom an earlier row of the file was about. */
  repeats: ImportRepeat[];
};

type Draft = Person & {
  clue: string;
  known: ResolvedContact | undefined;
  wasMadeHere: boolean;
  line: number;
  by: ImportRepeat["by"];
};

/** Turns rows into people: who is new, who is known, and which rows are about somebody the file had before. */
export async function sortImportRows(tx: WorkspaceScope, batch: ImportBatch): Promise<ImportPeople> {
  const found = await resolveContacts(tx, batch.rows.map(clueOf));
  const known = new Map(found.map((row) => [row.ordinal, row]));
  const { drafts, repeats } = gather(batch, known);
  const asks = drafts.filter((draft) => (draft.known ? !draft.wasMadeHere : batch.params.dryRun));
  const unseen = await sightKeys(tx, batch.jobId, asks.map(keyOf));
  const isRepeat = (draft: Draft) =>
    draft.wasMadeHere || (asksForSighting(draft, batch) && !unseen.has(keyOf(draft)));
  const created = drafts.filter((draft) => !draft.known && !isRepeat(draft));
  const existing = drafts
    .filter((draft) => draft.known)
    .map((draft) => ({ ...draft, isFirstSighting: !isRepeat(draft) }));
  const applied = batch.params.onExisting === "update";
  const farRepeats = drafts.filter(isRepeat).map(({ line, by }) => ({ line, of: null, by, applied }));
  return { created, existing, repeats: [...farRepeats, ...repeats].sort((a, b) => a.line - b.line) };
}

const asksForSighting = (draft: Draft, { params }: ImportBatch) => draft.known !== undefined || params.dryRun;

/** One draft per person of the batch: later rows about the same one add to it. */
function gather({ rows, params, jobId }: ImportBatch, known: Map<number, ResolvedContact>) {
  const drafts = new Map<string, Draft>();
  const idOfClue = new Map<string, string>();
  const applied = params.onExisting === "update";
  const repeats: ImportRepeat[] = [];
  rows.forEach((row, ordinal) => {
    const found = known.get(ordinal);
    const clues = cluesOf(row);
    const id = found?.id ?? idOfClue.get(clues[0] ?? "") ?? newId();
    const earlier = drafts.get(id);
    const { line } = row;
    if (earlier) repeats.push({ line, of: earlier.line, by: byOf(row), applied });
    if (!earlier || applied) {
      drafts.set(id, extend(earlier, row, { id, found, key: clues[0] ?? "", jobId, tags: params.tags }));
    }
    for (const clue of clues) idOfClue.set(clue, id);
  });
  return { drafts: [...drafts.values()], repeats };
}

const byOf = ({ input }: ImportRow): ImportRepeat["by"] => (input.externalId ? "external_id" : "address");

type Identity = {
  id: string;
  found: ResolvedContact | undefined;
  key: string;
  jobId: string;
  tags: string[];
};

function extend(earlier: Draft | undefined, row: ImportRow, identity: Identity): Draft {
  const { id, found, jobId } = identity;
  const tags = [...new Set([...(earlier?.write.tags ?? []), ...(row.input.tags ?? []), ...identity.tags])];
  const write = toContactWrite({ ...row.input, tags }, id, found, jobId);
  const said = { addresses: toSubscriptionWrites(row.addresses, id), mains: upsertedMains(row) };
  if (!earlier) {
    const wasMadeHere = found?.importJobId === jobId;
    const { line } = row;
    const { consents = [] } = row.input;
    return {
      id,
      write,
      ...said,
      consents,
      known: found,
      wasMadeHere,
      clue: identity.key,
      line,
      by: byOf(row),
    };
  }
  const given = Object.fromEntries(Object.entries(write).filter(([, value]) => value !== undefined));
  const merged: ContactWrite = {
    ...earlier.write,
    ...given,
    attributes: { ...earlier.write.attributes, ...write.attributes },
  };
  const names = { firstName: found?.firstName ?? "", lastName: found?.lastName ?? "" };
  const named = {
    firstName: merged.firstName ?? names.firstName,
    lastName: merged.lastName ?? names.lastName,
  };
  return {
    ...earlier,
    write: { ...merged, nameKey: nameKeyOf(named) },
    ...addressesAfter(earlier, said),
    consents: consentsAfter(earlier.consents, row.input.consents ?? []),
  };
}

function clueOf({ input, addresses }: PreparedContact, ordinal: number) {
  return {
    ordinal,
    externalId: input.externalId ?? null,
    channel: addresses[0]?.channel ?? null,
    addressKey: addresses[0]?.addressKey ?? null,
  };
}

/** What a later row may name this person by, the deciding one first. */
function cluesOf({ input, addresses }: PreparedContact): string[] {
  const byAddress = addresses.map((address) => `${address.channel}:${address.addressKey}`);
  return input.externalId ? [`id:${input.externalId}`, ...byAddress] : byAddress;
}

/** Under which somebody is remembered: an id, or for those who are not there yet something as short as one. */
const keyOf = ({ known, clue }: Draft): string =>
  known?.id ??
  createHash("md5")
    .update(clue)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
