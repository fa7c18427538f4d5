import { attestConsents, mergeContacts, planForUnknownSize } from "@/db/queries/contacts/import-contacts";
import { saveAddresses } from "@/db/queries/contacts/save-addresses";
import { insertContacts, upsertConsents } from "@/db/queries/contacts/upsert-contacts";
import type { WorkspaceScope } from "@/db/scope";
import { addressesInOrder } from "../saving/gather-people";
import { toReplacements } from "../saving/main-addresses";
import type { PreparedContact } from "../saving/prepare-contact";
import { importConsents } from "./import-consents";
import {
  type AddressMove,
  type ImportCounts,
  type ImportOutcome,
  type ImportParams,
  noCounts,
} from "./import-options";
import { noteMoves } from "./moved-addresses";
import { type ImportPeople, sortImportRows } from "./sort-import-rows";

/** With the line of the file on which it begins. */
export type ImportRow = PreparedContact & { line: number };

export type ImportBatch = { jobId: string; params: ImportParams; rows: ImportRow[]; now: Date };

/** What a batch adds to the outcome. */
type BatchOutcome = ImportCounts & Pick<ImportOutcome, "repeats" | "moves">;

/** Saves one batch as a set and counts what became of each row. A dry run changes nothing. */
export async function saveImportBatch(tx: WorkspaceScope, batch: ImportBatch): Promise<BatchOutcome> {
  await planForUnknownSize(tx);
  const people = await sortImportRows(tx, batch);
  const isSkipping = batch.params.onExisting === "skip";
  const [moves, changed] = batch.params.dryRun
    ? await foresee(tx, people, batch)
    : await Promise.all([takenBy(tx, people, batch), write(tx, people, batch)]);
  const met = people.existing.filter((person) => person.isFirstSighting);
  const updated = met.filter((person) => changed.has(person.id)).length;
  return {
    ...noCounts,
    rows: batch.rows.length,
    created: people.created.length,
    updated: isSkipping ? 0 : updated,
    unchanged: isSkipping ? 0 : met.length - updated,
    skipped: isSkipping ? met.length : 0,
    duplicates: people.repeats.length,
    moved: moves.length,
    repeats: people.repeats,
    moves,
  };
}

type Effect = [moves: AddressMove[], changed: Set<string>];

/** What the import does is done and taken back. Where nobody is known there is nobody to change. */
async function foresee(tx: WorkspaceScope, people: ImportPeople, batch: ImportBatch): Promise<Effect> {
  const moves = await takenBy(tx, people, batch);
  const isAsked = batch.params.onExisting === "update" && people.existing.length > 0;
  return [moves, isAsked ? await tx.rehearse(() => write(tx, people, batch)) : new Set()];
}

/** Asked before anything is written; where people are skipped, addresses stay where they are. */
async function takenBy(tx: WorkspaceScope, people: ImportPeople, batch: ImportBatch): Promise<AddressMove[]> {
  return batch.params.onExisting === "skip" ? [] : noteMoves(tx, people, batch);
}

async function write(
  tx: WorkspaceScope,
  { created, existing }: ImportPeople,
  { params, now }: ImportBatch,
): Promise<Set<string>> {
  const isSkipping = params.onExisting === "skip";
  const kept = isSkipping ? created : [...created, ...existing];
  const consents = importConsents(kept, params.consent, now);
  // Sent one after the other without waiting: the next is made up while the database works on the one before.
  const [, ...changed] = await Promise.all([
    insertContacts(
      tx,
      created.map((person) => person.write),
    ),
    isSkipping
      ? []
      : mergeContacts(
          tx,
          existing.map((person) => person.write),
        ),
    saveAddresses(tx, addressesInOrder(kept), {
      replacements: isSkipping ? [] : existing.flatMap(({ id, mains }) => toReplacements(mains, id)),
      keepHolder: isSkipping,
    }),
    upsertConsents(tx, consents.latest),
    attestConsents(tx, consents.attested),
  ]);
  return new Set(changed.flat());
}
