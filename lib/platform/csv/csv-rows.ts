import type { Options } from "csv-parse";

/** What a row may be long. */
export const rowBytesMax = 1024 * 1024;

/** The file stops being CSV; everything before was read. */
export class MalformedCsv extends Error {
  override readonly name = "MalformedCsv";
  constructor(
    readonly reason: "quote_not_closed" | "row_too_long" | "malformed",
    /** Where the row begins that could not be read. */
    readonly line: number,
  ) {
    super(`${reason} near line ${line}`);
  }
}

export function toMalformed({ code }: { code: string }, line: number): MalformedCsv {
  if (code === "CSV_QUOTE_NOT_CLOSED") return new MalformedCsv("quote_not_closed", line);
  if (code === "CSV_MAX_RECORD_SIZE") return new MalformedCsv("row_too_long", line);
  return new MalformedCsv("malformed", line);
}

/** How rows are told apart, on the server as in the browser. */
export const csvOptions = (delimiter: string): Options => ({
  delimiter,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: rowBytesMax,
});
