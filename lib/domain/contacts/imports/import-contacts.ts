import { stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { lacksContactStatistics, refreshContactStatistics } from "@/db/queries/contacts/import-contacts";
import type { JobErrorRow } from "@/db/queries/jobs/job-row";
import { deleteSightings } from "@/db/queries/jobs/sightings";
import { retryOnUniqueViolation } from "@/db/unique-violation";
import type { JobRun } from "@/lib/domain/jobs/job-run";
import { batchRecords } from "@/lib/platform/csv/batch-records";
import { MalformedCsv } from "@/lib/platform/csv/csv-rows";
import { type CsvRecord, readCsv } from "@/lib/platform/csv/read-csv";
import { unprocessable } from "@/lib/platform/errors";
import { removeFromSpool, spoolPath } from "@/lib/platform/spool/spool";
import { addRefusals } from "./add-refusals";
import { findConsentColumns, findIgnoredColumns } from "./columns/propose-targets";
import { malformed } from "./file-flaw";
import { type FileFlaw, type ImportOutcome, type ImportParams, namedMax, noCounts } from "./import-options";
import type { ImportTarget } from "./import-target";
import { parseImportRow, type RowPlan } from "./parse-import-row";
import { type ImportRow, saveImportBatch } from "./save-import-batch";

const importBatchRows = 3_000;
const rowsAtOnce = 200;
const batchBytesMax = 8 * 1024 * 1024;
/** From here on the planner must hear of what arrived. */
const noticeableRows = 10_000;

type Place = { bytes: number; lines: number };

/** A job may be older than the choices. */
const paramsOf = (run: JobRun): ImportParams => ({
  types: {},
  phoneOnWhatsapp: false,
  timeZone: "UTC",
  breaksAt: null,
  isMapped: true,
  ...(run.job.params as Omit<
    ImportParams,
    "types" | "phoneOnWhatsapp" | "timeZone" | "breaksAt" | "isMapped"
  >),
});
const placeOf = (run: JobRun): Place => (run.job.cursor as Place | null) ?? { bytes: 0, lines: 0 };
const outcomeOf = (run: JobRun): ImportOutcome => ({
  ...noCounts,
  repeats: [],
  moves: [],
  refusals: [],
  ignoredColumns: findIgnoredColumns(paramsOf(run)),
  consentColumns: findConsentColumns(paramsOf(run)),
  ...(run.job.result as Partial<ImportOutcome> | null),
});

/** One slice of an import: the next batch is read and checked while the database writes the one before. */
export async function importContacts(run: JobRun): Promise<boolean> {
  const params = paramsOf(run);
  const path = spoolPath(run.ctx.workspaceId, params.file);
  const exists = await stat(path).then(Boolean, () => false);
  if (!exists) throw unprocessable("The uploaded file is gone.", { reason: "file_expired" });
  const from = placeOf(run);
  const limits = { rows: importBatchRows, bytes: batchBytesMax };
  const batches = batchRecords(readCsv(path, params.delimiter, from), from.bytes, limits);
  const isComplete = await writeBatches(run, batches, from).catch((error: unknown) => {
    if (!(error instanceof MalformedCsv)) throw error;
    // Finding out is what a check is for, and whoever imports after it has agreed to what comes before. Read with
    // another delimiter the file may break earlier, which nobody has agreed to.
    const isAgreed = params.breaksAt !== null && error.line >= params.breaksAt;
    if (!params.dryRun && !isAgreed) throw malformed(error);
    return noteFlaw(run, { line: error.line, problem: error.reason });
  });
  if (isComplete) await finish(run, path);
  return isComplete;
}

async function writeBatches(run: JobRun, batches: AsyncIterable<CsvRecord[]>, from: Place): Promise<boolean> {
  let lines = from.lines;
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const records of batches) {
      const rows = lines === 0 ? records.slice(1) : records;
      const plan = { ...paramsOf(run), now: run.ctx.now() };
      const checked = await checkRows(rows, lines === 0 ? (records[0]?.lines ?? 0) : lines, plan);
      await writing;
      if (run.isSliceOver()) return false;
      const last = records.at(-1);
      if (!last) continue;
      const place = { bytes: last.endsAt, lines: last.lines };
      const isFirst = lines === 0;
      lines = last.lines;
      writing = isFirst ? commitFirst(run, checked, place) : commit(run, checked, place);
      // Awaited in the next round; until then a failure must not count as unhandled.
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
  return true;
}

async function noteFlaw(run: JobRun, flaw: FileFlaw): Promise<true> {
  await run.commit(async () => ({ done: 0, cursor: placeOf(run), result: { ...outcomeOf(run), flaw } }));
  return true;
}

type Checked = { good: ImportRow[]; errors: JobErrorRow[] };

/** In small helpings: what the database waits for, and other requests, must get their turn in between. */
async function checkRows(
  records: CsvRecord[],
  linesBefore: number,
  plan: ImportParams & RowPlan,
): Promise<Checked> {
  const checked: Checked = { good: [], errors: [] };
  let lines = linesBefore;
  for (const [at, record] of records.entries()) {
    if (at % rowsAtOnce === 0) await setImmediate();
    const row = parseImportRow(record.fields, plan);
    if ("problems" in row) {
      const problems = row.problems.map(({ reason, target }) => ({
        reason,
        column: headingOf(target, plan),
      }));
      const fields = record.fields.map((field) => field.replaceAll("\u0000", "").toWellFormed());
      checked.errors.push({ line: lines + 1, problems, fields });
    } else checked.good.push(Object.assign(row, { line: lines + 1 }));
    lines = record.lines;
  }
  return checked;
}

const headingOf = (target: ImportTarget | "", { headings, targets }: ImportParams): string =>
  target === "" ? "" : (headings[targets.indexOf(target)] ?? "");

/**
 * Without statistics the checks of foreign keys walk an index of the whole workspace for every row. What the first
 * batch brought is enough for the planner to find the right one.
 */
async function commitFirst(run: JobRun, checked: Checked, place: Place): Promise<void> {
  await commit(run, checked, place);
  const { scope } = run.ctx;
  if (!paramsOf(run).dryRun && (await lacksContactStatistics(scope))) await refreshContactStatistics(scope);
}

/** Somebody else may create the same person at the same moment; the batch then starts over and finds them. */
function commit(run: JobRun, { good, errors }: Checked, place: Place): Promise<void> {
  return retryOnUniqueViolation(() =>
    run.commit(async (tx) => {
      const params = paramsOf(run);
      const counts = await saveImportBatch(tx.scope, {
        jobId: run.job.id,
        params,
        rows: good,
        now: tx.now(),
      });
      const before = outcomeOf(run);
      const result: ImportOutcome = {
        rows: before.rows + counts.rows + errors.length,
        created: before.created + counts.created,
        updated: before.updated + counts.updated,
        unchanged: before.unchanged + counts.unchanged,
        skipped: before.skipped + counts.skipped,
        duplicates: before.duplicates + counts.duplicates,
        invalid: before.invalid + errors.length,
        moved: before.moved + counts.moved,
        repeats: [...before.repeats, ...counts.repeats].slice(0, namedMax),
        moves: [...before.moves, ...counts.moves].slice(0, namedMax),
        refusals: addRefusals(before.refusals, errors),
        ignoredColumns: before.ignoredColumns,
        consentColumns: before.consentColumns,
      };
      return { done: good.length, failed: errors.length, cursor: place, result, errors };
    }),
  );
}

async function finish(run: JobRun, path: string): Promise<void> {
  const { ctx, job } = run;
  await deleteSightings(ctx.scope, job.id);
  if (paramsOf(run).dryRun) return;
  if (outcomeOf(run).created >= noticeableRows) await refreshContactStatistics(ctx.scope);
  run.afterCompletion(() => removeFromSpool(path));
}
