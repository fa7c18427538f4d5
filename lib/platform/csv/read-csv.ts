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

type Place = { bytes: number; lines: number };

const chunkBytes = 64 * 1024;

/**
 * Reads the records of a UTF-8 file from a place on. What comes before a flaw is given before the flaw is, which
 * the parser's own stream does not do: its error throws away what waits to be read.
 */
export async function* readCsv(path: string, delimiter: string, from: Place): AsyncGenerator<CsvRecord> {
  const records: CsvRecord[] = [];
  let { lines } = from;
  const parser = parse({
    ...csvOptions(delimiter),
    bom: from.bytes === 0,
    on_record: (fields: string[], { bytes, lines: linesRead }) => {
      lines = from.lines + linesRead;
      records.push({ fields, endsAt: from.bytes + bytes, lines });
      return null;
    },
  }).resume();
  // Told to whoever feeds the parser.
  parser.on("error", () => undefined);
  for await (const chunk of createReadStream(path, { start: from.bytes, highWaterMark: chunkBytes })) {
    const flaw = await feed((done) => parser.write(chunk, done));
    yield* records.splice(0);
    if (flaw) throw toMalformed(flaw, lines + 1);
  }
  const flaw = await feed((done) => parser.once("error", done).end(done));
  yield* records.splice(0);
  if (flaw) throw toMalformed(flaw, lines + 1);
}

const csvOptions = (delimiter: string): Options => ({
  delimiter,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: rowBytesMax,
});

/** Waits until the parser has taken what it was given; gives what it found wrong with it. */
function feed(give: (done: (error?: Error | null) => void) => void): Promise<CsvError | undefined> {
  return new Promise((settle, fail) =>
    give((error) => {
      if (!error || error instanceof CsvError) settle(error ?? undefined);
      else fail(error);
    }),
  );
}

function toMalformed(error: CsvError, line: number): MalformedCsv {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return new MalformedCsv("quote_not_closed", line);
  if (error.code === "CSV_MAX_RECORD_SIZE") return new MalformedCsv("row_too_long", line);
  return new MalformedCsv("malformed", line);
}
