import { listJobErrors } from "@/db/queries/jobs/advance-job";
import { findJob } from "@/db/queries/jobs/find-job";
import type { JobErrorRow } from "@/db/queries/jobs/job-row";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { byteOrderMark, toCsvLine } from "@/lib/platform/csv/csv-cell";
import type { FormulaMode } from "@/lib/platform/csv/csv-dialect";
import { notFound } from "@/lib/platform/errors";
import type { FileDownload } from "@/lib/platform/http/file-response";
import { permissionOfJob } from "./job";
import { refusalText } from "./refusal-text";

const pageSize = 2_000;

type Words = { language: InterfaceLocale; formulas?: FormulaMode | undefined };

/**
 * The refused rows as they were, so that they can be mended and imported again, behind line, reasons, columns, the
 * values there, and all of it in words. Those come first: a row may have more cells than the heading.
 */
export async function openJobErrors(
  ctx: WorkspaceContext,
  { jobId, ...words }: { jobId: string } & Words,
): Promise<FileDownload> {
  const job = await findJob(ctx.scope, jobId);
  if (!job) throw notFound();
  ctx.require(permissionOfJob[job.kind]);
  const { headings = [], delimiter = "," } = job.params as { headings?: string[]; delimiter?: string };
  return {
    name: `errors-${job.createdAt.toISOString().slice(0, 10)}.csv`,
    contentType: "text/csv; charset=utf-8",
    chunks: errorLines(ctx, jobId, { headings, delimiter, ...words }),
  };
}

const errorHeadings = ["error_line", "error_reason", "error_column", "error_value", "error_text"];

type Format = Words & { headings: string[]; delimiter: string };

async function* errorLines(ctx: WorkspaceContext, jobId: string, format: Format) {
  const { headings, delimiter, formulas } = format;
  yield byteOrderMark + toCsvLine([...errorHeadings, ...ownCells(headings, headings)], delimiter, formulas);
  let afterLine = 0;
  for (;;) {
    const page = await listJobErrors(ctx.scope, jobId, afterLine, pageSize);
    const last = page.at(-1);
    if (!last) return;
    afterLine = last.line;
    yield page.map((row) => toCsvLine(cellsOf(row, format), delimiter, formulas)).join("");
  }
}

function cellsOf({ fields, line, problems }: JobErrorRow, { headings, language }: Format): string[] {
  const width = Math.max(headings.length, fields.length);
  const padded = Array.from({ length: width }, (_, at) => fields[at] ?? "");
  const listed = problems.map((problem) => ({
    ...problem,
    value: cellAtFault(problem, { headings, fields }),
  }));
  return [
    String(line),
    listed.map(({ reason }) => reason).join(separator),
    listed.map(({ column }) => column).join(separator),
    listed.map(({ value }) => value).join(separator),
    listed.map((problem) => refusalText(problem, language)).join(separator),
    ...ownCells(padded, headings),
  ];
}

/** Without the columns of an earlier error file. */
const ownCells = (cells: readonly string[], headings: readonly string[]): string[] =>
  cells.filter((_, at) => !errorHeadings.includes(headings[at] ?? ""));

const separator = " | ";

/** What stands in the column at fault. */
export const cellAtFault = (
  { column }: { column: string },
  { headings, fields }: { headings: readonly string[]; fields: readonly string[] },
): string => (column === "" ? "" : (fields[headings.indexOf(column)] ?? ""));
