import { createReadStream } from "node:fs";
import { CsvError, type Options, parse } from "csv-parse";

export type CsvRecord = {
  fields: string[];
  /** Bytes of the file up to the end of this record: where the next one begins. */
  endsAt: number;
  /** Lines of the file up to the end of this record. */
  lines: number;
};

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

const rowBytesMax = 1024 * 1024;

const csvOptions = (delimiter: string): Options => ({
  delimiter,
  bom: true,
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: rowBytesMax,
});

type Place = { bytes: number; lines: number };

/** Reads the records of a UTF-8 file from a place on, one at a time. */
export async function* readCsv(path: string, delimiter: string, from: Place): AsyncGenerator<CsvRecord> {
  const source = createReadStream(path, { start: from.bytes, highWaterMark: 256 * 1024 });
  const parser = parse({ ...csvOptions(delimiter), bom: from.bytes === 0 });
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let { lines } = from;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      lines = from.lines + info.lines;
      yield { fields: record, endsAt: from.bytes + info.bytes, lines };
    }
  } catch (error) {
    throw error instanceof CsvError ? toMalformed(error, lines + 1) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

type ParsedRecord = { record: string[]; info: { bytes: number; lines: number } };

function toMalformed(error: CsvError, line: number): MalformedCsv {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return new MalformedCsv("quote_not_closed", line);
  if (error.code === "CSV_MAX_RECORD_SIZE") return new MalformedCsv("row_too_long", line);
  return new MalformedCsv("malformed", line);
}
