import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { sampleBytes, sampleRowsMax } from "@/lib/domain/contacts/imports/settle-types";
import {
  beginsAsZip,
  type Delimiter,
  type Encoding,
  isText,
  sniffDelimiter,
  sniffEncoding,
} from "@/lib/platform/csv/csv-dialect";
import { csvOptions, type MalformedCsv, rowBytesMax, toMalformed } from "@/lib/platform/csv/csv-rows";

export type FilePreview = {
  encoding: Encoding;
  delimiter: Delimiter;
  headings: string[];
  /** The first rows below the heading, by which columns are understood. */
  sample: string[][];
};

/** Why a file cannot be imported, as the API says it. */
export type FileProblem =
  | { kind: "empty" | "workbook" | "notCsv" | "headerOnly" }
  | { kind: MalformedCsv["reason"]; line: number };

type Dialect = { delimiter?: Delimiter | undefined; encoding?: Encoding | undefined };

/** What the beginning of a file looks like, or why it is none of ours, by the same rules as the server's. */
export async function readPreview(
  file: File,
  chosen: Dialect = {},
): Promise<FilePreview | { problem: FileProblem }> {
  const bytes = await headOf(file, sampleBytes);
  if (bytes.length === 0) return { problem: { kind: "empty" } };
  if (beginsAsZip(bytes)) return { problem: { kind: "workbook" } };
  const encoding = chosen.encoding ?? sniffEncoding(bytes);
  if (!isText(bytes, encoding)) return { problem: { kind: "notCsv" } };
  const delimiter = chosen.delimiter ?? sniffDelimiter(decode(bytes, encoding));
  let head = parseHead(decode(bytes, encoding), delimiter);
  // Too short a look to tell a long first row, which is cut here, from one that never ends.
  if (head.records.length <= 2 && file.size > bytes.length)
    head = parseHead(decode(await headOf(file, 4 * rowBytesMax), encoding), delimiter);
  const [headings, ...sample] = head.records;
  if (sample.length === 0 && head.flaw) {
    return { problem: { kind: head.flaw.reason, line: head.flaw.line } };
  }
  if (!headings) return { problem: { kind: "empty" } };
  if (sample.length === 0) return { problem: { kind: "headerOnly" } };
  return { encoding, delimiter, headings: headings.map((heading) => heading.trim()), sample };
}

const headOf = async (file: File, bytes: number) => new Uint8Array(await file.slice(0, bytes).arrayBuffer());

const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes, { stream: true }).replace(/^\ufeff/, "");

type Head = { records: string[][]; flaw?: MalformedCsv };

/** The last row of the head may be cut, and a quotation mark may be open there: what was whole is enough. */
function parseHead(text: string, delimiter: string): Head {
  const records: string[][] = [];
  let lines = 0;
  try {
    parse(text, {
      ...csvOptions(delimiter),
      to: sampleRowsMax + 1,
      on_record: (record: string[], info: { lines: number }) => {
        lines = info.lines;
        records.push(record);
        return record;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, flaw: toMalformed(error, lines + 1) };
  }
  return { records };
}
