import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const linesPerPart = 1_000;

/** Contacts as a customer would upload them; gives the size of the file. */
export async function writeCsv(path: string, rows: number): Promise<number> {
  const file = createWriteStream(path);
  await pipeline(Readable.from(csvParts(rows)), file);
  return file.bytesWritten;
}

function* csvParts(rows: number): Generator<string> {
  yield "external_id,first_name,last_name,email,phone,country,city,attributes.plan\n";
  for (let from = 0; from < rows; from += linesPerPart) {
    const count = Math.min(linesPerPart, rows - from);
    yield Array.from({ length: count }, (_, n) => csvLine(from + n)).join("");
  }
}

function csvLine(n: number): string {
  const digits = String(n).padStart(7, "0");
  return `customer-${n},Ayşe,Yılmaz,person${n}@example.com,+90532${digits},TR,İzmir,${n % 2 ? "free" : "pro"}\n`;
}
