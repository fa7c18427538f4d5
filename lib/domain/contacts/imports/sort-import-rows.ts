import type { ContactWrite } from "@/db/queries/contacts/upsert-contacts";
import { sightKeys } from "@/db/queries/jobs/sightings";
import type { WorkspaceScope } from "@/db/scope";
import { type Folded, foldEntries, gatherPeople, type Person } from "../saving/gather-people";
import { type ConsentInput, toContactWrite } from "../saving/prepare-contact";
import type { ImportRepeat } from "./import-options";
import type { ImportBatch, ImportRow } from "./save-import-batch";
import { sightingKeyOf } from "./sighting-key";

export type ImportPerson = Omit<Folded, "input"> & {
  id: string;
  /** Under which the file remembers them. */
  key: string;
  write: ContactWrite;
  consents: ConsentInput[];
};

export type ImportPeople = {
  created: ImportPerson[];
  existing: (ImportPerson & { isFirstSighting: boolean; isMadeHere: boolean })[];
  /** Rows about somebody whom an earlier row of the file was about. */
  repeats: ImportRepeat[];
};

type Gathered = Person<ImportRow>;

/** Turns rows into people: who is new, who is known, and which rows are about somebody the file had before. */
export async function sortImportRows(tx: WorkspaceScope, batch: ImportBatch): Promise<ImportPeople> {
  const people = await gatherPeople(tx, batch.rows);
  const wasMadeHere = ({ known }: Gathered) => known?.importJobId === batch.jobId;
  const asks = people.filter((person) => (person.known ? !wasMadeHere(person) : batch.params.dryRun));
  const unseen = await sightKeys(tx, batch.jobId, asks.map(keyOf));
  const asked = new Set(asks);
  const isRepeat = (person: Gathered) =>
    wasMadeHere(person) || (asked.has(person) && !unseen.has(keyOf(person)));
  return {
    created: people.filter((person) => !person.known && !isRepeat(person)).map(toImportPerson(batch)),
    existing: people
      .filter(({ known }) => known)
      .map((person) => ({
        ...toImportPerson(batch)(person),
        isFirstSighting: !isRepeat(person),
        isMadeHere: wasMadeHere(person),
      })),
    repeats: people
      .flatMap((person) => repeatsOf(person, isRepeat(person), isUpdating(batch)))
      .sort((one, other) => one.line - other.line),
  };
}

const isUpdating = ({ params }: ImportBatch): boolean => params.onExisting === "update";

/** Later rows about somebody add to the first, or are left out. */
const toImportPerson =
  (batch: ImportBatch) =>
  (person: Gathered): ImportPerson => {
    const entries = isUpdating(batch) ? person.entries : person.entries.slice(0, 1);
    const { input, ...addresses } = foldEntries({ id: person.id, entries });
    const tags = [...entries.flatMap(({ entry }) => entry.input.tags ?? []), ...batch.params.tags];
    const write = toContactWrite({ ...input, tags: [...new Set(tags)] }, person.id, batch.jobId);
    return { id: person.id, key: keyOf(person), write, ...addresses, consents: input.consents ?? [] };
  };

/** The first row repeats one too when that one lies in an earlier batch. */
function repeatsOf({ entries }: Gathered, isFirstRepeat: boolean, applied: boolean): ImportRepeat[] {
  const repeats = entries.map(({ entry }, at) => ({
    line: entry.line,
    of: at === 0 ? null : (entries[0]?.entry.line ?? null),
    by: entry.input.externalId ? ("external_id" as const) : ("address" as const),
    applied,
  }));
  return isFirstRepeat ? repeats : repeats.slice(1);
}

/** Under which somebody is remembered: an id, or for those who are not there yet something as short as one. */
const keyOf = ({ known, clue }: Gathered): string => known?.id ?? sightingKeyOf(clue);
