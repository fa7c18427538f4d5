import { open } from "node:fs/promises";
import { type Encoding, sniffDelimiter } from "@/lib/platform/csv/csv-dialect";
import { MalformedCsv } from "@/lib/platform/csv/csv-rows";
import { readCsv } from "@/lib/platform/csv/read-csv";
import { transcodeToUtf8 } from "@/lib/platform/csv/transcode-to-utf8";
import { unprocessable } from "@/lib/platform/errors";
import { cutText } from "@/lib/platform/http/input/unstorable-text";
import type { TextInspection } from "@/lib/platform/spool/inspect-text";
import { proposeTargets } from "./columns/propose-targets";
import { malformed } from "./file-flaw";
import type { ImportChoices, ImportParams } from "./import-options";
import { findRepeatedTarget, type ImportTarget, identifies } from "./import-target";
import { refuseUnknown } from "./refuse-unknown";
import { sampleBytes, sampleRowsMax, settleTypes } from "./settle-types";

const headBytes = 64 * 1024;
const columnsMax = 500;

type UploadedFile = { path: string; name: string; fileName: string; inspection: TextInspection };

/** Settles everything the caller left open by looking at the file, or says why it cannot be imported. */
export async function planImport(
  file: UploadedFile,
  { timeZone, ...choices }: ImportChoices & { timeZone: string },
): Promise<ImportParams> {
  const encoding = settleEncoding(file.inspection, choices.encoding);
  await transcodeToUtf8(file.path, encoding);
  const delimiter = choices.delimiter ?? sniffDelimiter(await readHead(file.path));
  const { headings, rows } = await readSample(file.path, delimiter);
  const targets = settleTargets({ headings, rows }, choices);
  return {
    file: file.name,
    fileName: file.fileName,
    fileBytes: file.inspection.bytes,
    encoding,
    delimiter,
    headings,
    targets,
    isMapped: choices.mapping !== undefined,
    types: settleTypes({ headings, rows, targets, delimiter }, choices.attributeTypes),
    dryRun: choices.dryRun ?? false,
    onExisting: choices.onExisting ?? "update",
    country: choices.country ?? null,
    phoneOnWhatsapp: choices.phoneOnWhatsapp ?? false,
    timeZone,
    tags: choices.tags ?? [],
    consent: choices.consent ?? null,
    breaksAt: null,
  };
}

export function settleEncoding(inspection: TextInspection, chosen: Encoding | undefined): Encoding {
  if (inspection.bytes === 0) throw unprocessable("The file is empty.", { reason: "empty_file" });
  if (inspection.isZip) {
    throw unprocessable("This is a workbook or an archive, not CSV. Save it as CSV first.", {
      reason: "not_csv",
    });
  }
  if (inspection.hasNul && chosen !== "utf-16le") {
    throw unprocessable("This is not a text file.", { reason: "not_csv" });
  }
  if (chosen) return chosen;
  if (inspection.isUtf16) return "utf-16le";
  return inspection.isUtf8 ? "utf-8" : "windows-1254";
}

export async function readHead(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer
      .subarray(0, bytesRead)
      .toString("utf8")
      .replace(/^\ufeff/, "");
  } finally {
    await file.close();
  }
}

const tooManyColumns = (columns: number) =>
  unprocessable(`The file has ${columns} columns. At most ${columnsMax} can be imported.`, {
    reason: "too_many_columns",
    columns,
    columnsMax,
  });

/** The heading and the first rows, of which there is one at least. */
async function readSample(
  path: string,
  delimiter: string,
): Promise<{ headings: string[]; rows: string[][] }> {
  let headings: string[] | undefined;
  const rows: string[][] = [];
  try {
    for await (const { fields, endsAt } of readCsv(path, delimiter, { bytes: 0, lines: 0 })) {
      if (headings) rows.push(fields);
      else if (fields.length > columnsMax) throw tooManyColumns(fields.length);
      headings ??= fields.map((heading) => cutText(heading.replaceAll("\u0000", "").trim(), 200));
      if (rows.length > 0 && (rows.length >= sampleRowsMax || endsAt >= sampleBytes)) break;
    }
  } catch (error) {
    // What was whole before the flaw is a sample too; the import tells of the flaw when it comes there.
    if (!(error instanceof MalformedCsv)) throw error;
    if (rows.length === 0) throw malformed(error);
  }
  if (!headings) throw unprocessable("The file is empty.", { reason: "empty_file" });
  if (rows.length === 0)
    throw unprocessable("The file has a heading and no rows.", { reason: "header_only" });
  return { headings, rows };
}

/** Where each word stands first. */
const firstPlaces = <T>(words: readonly T[]): Map<T, number> =>
  new Map(words.map((word, at) => [word, at] as const).reverse());

type Columns = { headings: string[]; rows: string[][] };

function settleTargets({ headings, rows }: Columns, choices: ImportChoices): ImportTarget[] {
  const { mapping } = choices;
  const places = firstPlaces(headings);
  refuseUnknown(Object.keys(mapping ?? {}), (heading) => places.has(heading), "mapping");
  const mapped = (heading: string, at: number) =>
    places.get(heading) === at ? (mapping?.[heading] ?? "ignore") : "ignore";
  const targets = mapping
    ? headings.map(mapped)
    : proposeTargets({ headings, rows }, choices.unknownColumns ?? "ignore");
  const repeated = findRepeatedTarget(targets);
  if (repeated)
    throw unprocessable(`Two columns fill ${repeated}.`, { reason: "repeated_target", target: repeated });
  if (!identifies(targets)) {
    throw unprocessable(
      "Map a column to external_id, email, phone or another address: without one a row names nobody.",
      {
        reason: "no_identity_column",
      },
    );
  }
  return targets;
}
