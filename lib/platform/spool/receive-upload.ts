import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import busboy from "busboy";
import { isAppError, payloadTooLarge } from "@/lib/platform/errors";
import { brokenUpload } from "./broken-upload";
import { type TextInspection, TextInspector } from "./inspect-text";
import { prepareSpool, removeFromSpool } from "./spool";

export type Upload = {
  /** Absent when the form had no file in it. */
  inspection: TextInspection | undefined;
  /** The other fields of a multipart form. */
  fields: Record<string, string>;
  /** As the sender calls it. */
  fileName: string | undefined;
};

const fieldBytesMax = 64 * 1024;

/** Streams the body of a request into a file, whole or not at all: nothing is left of a broken upload. */
export async function receiveUpload(request: Request, path: string, bytesMax: number): Promise<Upload> {
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) > bytesMax + fieldBytesMax) throw payloadTooLarge(bytesMax);
  await prepareSpool(path);
  try {
    const isForm =
      request.headers.get("content-type")?.toLowerCase().startsWith("multipart/form-data") ?? false;
    const upload = isForm
      ? await receiveForm(request, path, bytesMax)
      : await receiveRaw(request, path, bytesMax, declared);
    return upload;
  } catch (error) {
    await removeFromSpool(path);
    throw isAppError(error) ? error : brokenUpload(error);
  }
}

async function receiveRaw(
  request: Request,
  path: string,
  bytesMax: number,
  declared: string | null,
): Promise<Upload> {
  const body = request.body ? bodyOf(request) : Readable.from([]);
  const inspection = await spool(body, path, bytesMax);
  if (declared !== null && inspection.bytes !== Number(declared)) throw brokenUpload(undefined);

  return { inspection, fields: {}, fileName: undefined };
}

const bodyOf = (request: Request) => Readable.fromWeb(request.body as WebStream<Uint8Array>);

async function spool(source: Readable, path: string, bytesMax: number): Promise<TextInspection> {
  const inspector = new TextInspector();
  let bytes = 0;
  const inspect = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) return done(payloadTooLarge(bytesMax));
      inspector.add(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, inspect, createWriteStream(path, { mode: 0o600 }));
  return inspector.end();
}

async function receiveForm(request: Request, path: string, bytesMax: number): Promise<Upload> {
  const upload: Upload = { inspection: undefined, fields: {}, fileName: undefined };
  const form = busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    limits: { files: 1, fields: 20, fieldSize: fieldBytesMax },
    defParamCharset: "utf8",
  });
  let spooled: Promise<void> | undefined;
  form.on("field", (name, value) => {
    upload.fields[name] = value;
  });
  form.on("file", (_name, file, { filename }) => {
    upload.fileName = filename;
    spooled = spool(file, path, bytesMax).then((inspection) => {
      upload.inspection = inspection;
    });
    // The pipeline below must end too when the file is refused.
    spooled.catch((error: unknown) => form.destroy(error as Error));
  });
  await pipeline(bodyOf(request), form);
  await spooled;
  return upload;
}
