import { createReadStream, createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Encoding } from "@/lib/platform/csv/csv-dialect";

/** Rewrites the file as UTF-8, so that a place in it is a number of bytes whatever it came as. */
export async function transcodeToUtf8(path: string, encoding: Encoding): Promise<void> {
  if (encoding === "utf-8") return;
  const draft = `${path}.utf8`;
  const decoder = new TextDecoder(encoding);
  await pipeline(
    createReadStream(path, { highWaterMark: 256 * 1024 }),
    async function* decode(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    },
    createWriteStream(draft, { mode: 0o600 }),
  );
  await rename(draft, path);
}
