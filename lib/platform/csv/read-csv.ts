import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse";
import { csvOptions, toMalformed } from "./csv-rows";

export type CsvRecord = {
  fields: string[];
  /** Bytes of the file up to the end of this record: where the next one begins. */
  endsAt: number;
  /** Lines of the file up to the end of this record. */
  lines: number;
};

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

/** Waits until the parser has taken what it was given; gives what it found wrong with it. */
function feed(give: (done: (error?: Error | null) => void) => void): Promise<CsvError | undefined> {
  return new Promise((settle, fail) =>
    give((error) => {
      if (!error || error instanceof CsvError) settle(error ?? undefined);
      else fail(error);
    }),
  );
}
