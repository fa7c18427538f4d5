import { Readable } from "node:stream";

export type FileDownload = {
  /** ASCII; offered to the person as the name to save under. */
  name: string;
  contentType: string;
  chunks: AsyncIterable<Uint8Array | string>;
};

/** A download that is streamed, never held, and never opened in the page. */
export function fileResponse({ name, contentType, chunks }: FileDownload): Response {
  const stream = Readable.from(encoded(chunks), { objectMode: false });
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${name.replace(/[^\w.-]+/g, "-")}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

async function* encoded(chunks: AsyncIterable<Uint8Array | string>) {
  for await (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}
