import { stat } from "node:fs/promises";
import { type ImportedCode, stageCodes } from "@/db/queries/coupons/batches/import-rows";
import type { JobErrorRow } from "@/db/queries/jobs/job-row";
import { malformed } from "@/lib/domain/contacts/imports/file-flaw";
import type { JobBatch, JobRun } from "@/lib/domain/jobs/job-run";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { batchRecords } from "@/lib/platform/csv/batch-records";
import { unescapeFormula } from "@/lib/platform/csv/csv-cell";
import { MalformedCsv } from "@/lib/platform/csv/csv-rows";
import { type CsvRecord, readCsv } from "@/lib/platform/csv/read-csv";
import { unprocessable } from "@/lib/platform/errors";
import { removeFromSpool, spoolPath } from "@/lib/platform/spool/spool";
import { foldCode } from "../../codes/fold-code";
import type { CodeCheckParams } from "./create-code-import";

const batchLimits = { rows: 10_000, bytes: 4 * 1024 * 1024 };

type Place = { bytes: number; lines: number };

/** The three lists of a check, counted; the rows themselves are the job's refused rows. */
export type CodeCounts = { valid: number; invalid: number; duplicates: number; existing: number };

const noCounts: CodeCounts = { valid: 0, invalid: 0, duplicates: 0, existing: 0 };

/** Reads the file once: what could be imported is put aside, what could not is listed with the reason. */
export async function checkCodes(run: JobRun): Promise<boolean> {
  const { file, delimiter } = run.job.params as CodeCheckParams;
  const path = spoolPath(run.ctx.workspaceId, file);
  const exists = await stat(path).then(Boolean, () => false);
  if (!exists) throw unprocessable("The uploaded file is gone. Send it again.", { reason: "file_expired" });
  const from = (run.job.cursor as Place | null) ?? { bytes: 0, lines: 0 };
  let { lines } = from;
  try {
    for await (const records of batchRecords(readCsv(path, delimiter, from), from.bytes, batchLimits)) {
      if (lines > from.lines && run.isSliceOver()) return false;
      const before = lines;
      await run.commit((tx) => checkRecords(run, tx, records, before));
      lines = records.at(-1)?.lines ?? lines;
    }
  } catch (error) {
    throw error instanceof MalformedCsv ? malformed(error) : error;
  }
  run.afterCompletion(() => removeFromSpool(path));
  return true;
}

async function checkRecords(
  run: JobRun,
  tx: TransactionContext,
  records: CsvRecord[],
  linesBefore: number,
): Promise<JobBatch> {
  const { column, hasHeading, headings } = run.job.params as CodeCheckParams;
  const counts = { ...noCounts, ...(run.job.result as Partial<CodeCounts> | null) };
  const rows: (ImportedCode & { fields: string[] })[] = [];
  const errors: JobErrorRow[] = [];
  const refuse = (line: number, fields: string[], reason: keyof typeof countOf) => {
    counts[countOf[reason]] += 1;
    const safe = fields.map((field) => field.replaceAll("\u0000", "").toWellFormed());
    errors.push({ line, fields: safe, problems: [{ reason, column: headings[column] ?? "" }] });
  };
  let line = linesBefore + 1;
  for (const { fields, lines } of records) {
    const code = shownCode(fields[column] ?? "");
    const key = foldCode(code);
    if (line > 1 || !hasHeading) {
      if (key === undefined) refuse(line, fields, "invalid_code");
      else rows.push({ line, key, code, fields });
    }
    line = lines + 1;
  }
  const { staged, existing } = await stageCodes(tx.scope, run.job.id, rows);
  counts.valid += staged.size;
  for (const row of rows) {
    if (existing.has(row.line)) refuse(row.line, row.fields, "code_exists");
    else if (!staged.has(row.line)) refuse(row.line, row.fields, "code_repeated");
  }
  const last = records.at(-1);
  return {
    done: staged.size,
    failed: errors.length,
    errors,
    cursor: { bytes: last?.endsAt ?? 0, lines: last?.lines ?? linesBefore },
    result: counts,
  };
}

const countOf = { invalid_code: "invalid", code_repeated: "duplicates", code_exists: "existing" } as const;

/** As people will see it: on one line, without signs that nobody sees. */
const shownCode = (cell: string): string =>
  unescapeFormula(cell.trim())
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .normalize("NFC");
