import { parse } from "csv-parse/browser/esm/sync";
import { sampleBytes, sampleRowsMax } from "@/lib/domain/contacts/imports/settle-types";
import { type Delimiter, type Encoding, sniffDelimiter, sniffEncoding } from "@/lib/platform/csv/csv-dialect";

export type FilePreview = {
  encoding: Encoding;
  delimiter: Delimiter;
  headings: string[];
  /** The first rows below the heading, by which columns are understood. */
  sample: string[][];
};

type Dialect = { delimiter?: Delimiter | undefined; encoding?: Encoding | undefined };

/** What the beginning of a file looks like, by the same rules as the server's. */
export async function readPreview(file: File, chosen: Dialect = {}): Promise<FilePreview> {
  const bytes = new Uint8Array(await file.slice(0, sampleBytes).arrayBuffer());
  const encoding = chosen.encoding ?? sniffEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes, { stream: true }).replace(/^\ufeff/, "");
  const delimiter = chosen.delimiter ?? sniffDelimiter(text);
  const [headings = [], ...sample] = parseHead(text, delimiter);
  return { encoding, delimiter, headings: headings.map((heading) => heading.trim()), sample };
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
      to: sampleRowsMax + 1,
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
