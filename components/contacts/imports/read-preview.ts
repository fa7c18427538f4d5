import { parse } from "csv-parse/browser/esm/sync";
import { type Delimiter, type Encoding, sniffDelimiter, sniffEncoding } from "@/lib/platform/csv/csv-dialect";

export type FilePreview = {
  encoding: Encoding;
  delimiter: Delimiter;
  headings: string[];
  /** The first rows below the heading. */
  rows: string[][];
};

const headBytes = 128 * 1024;
const rowsShown = 8;

/** What the beginning of a file looks like, by the same rules as the server's. */
export async function readPreview(file: File, chosen?: Delimiter): Promise<FilePreview> {
  const bytes = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const encoding = sniffEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes, { stream: true }).replace(/^\ufeff/, "");
  const delimiter = chosen ?? sniffDelimiter(text);
  const [headings = [], ...rows] = parseHead(text, delimiter);
  return { encoding, delimiter, headings: headings.map((heading) => heading.trim()), rows };
}

/** The last row of the head may be cut, and a quotation mark may be open there: what was whole is enough. */
function parseHead(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      to: rowsShown + 1,
      on_record: (record: string[]) => {
        records.push(record);
        return record;
      },
    });
  } catch {
    return records;
  }
  return records;
}
