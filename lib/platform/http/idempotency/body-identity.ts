import { createHash } from "node:crypto";
import { env } from "@/lib/platform/env";
import { payloadTooLarge } from "@/lib/platform/errors";

/** What tells a request's body from another under the same key. */
export type BodyIdentity = {
  /** The request to work with: a streamed body is looked at while somebody else reads it. */
  request: Request;
  /** Known before the body is read; all that a claim can be compared by. */
  claim: string;
  /** The whole identity. Reads what nobody has read. */
  final: () => Promise<string>;
};

export function identityOfText(request: Request, text: string): BodyIdentity {
  const digest = createHash("sha256").update(text).digest("hex");
  return { request, claim: digest, final: async () => digest };
}

/** Of an upload: what was asked, and then every byte of it, without holding them. */
export function identityOfStream(request: Request): BodyIdentity {
  const asked = new URL(request.url).search;
  const claim = createHash("sha256").update(asked).digest("hex");
  const digest = new BodyDigest(asked, boundaryOf(request));
  const body = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        digest.add(chunk);
        controller.enqueue(chunk);
      },
    }),
  );
  const final = async () => {
    if (body && !body.locked) await readThrough(body);
    return digest.end();
  };
  if (!body) return { request, claim, final };
  const { url, method, headers, signal } = request;
  const init: RequestInit & { duplex: "half" } = { method, headers, signal, body, duplex: "half" };
  return { request: new Request(url, init), claim, final };
}

async function readThrough(body: ReadableStream<Uint8Array>): Promise<void> {
  const bytesMax = env().PUSHPILOT_UPLOAD_BYTES_MAX;
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw payloadTooLarge(bytesMax);
  }
}

/** A shorter boundary is not drawn at random, and may stand in a body so often that each one would cost a hash call. */
const drawnCharsMin = 8;

const boundaryOf = (request: Request): Buffer | undefined => {
  const type = request.headers.get("content-type") ?? "";
  const [, quoted, bare] = /^multipart\/.*;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  return boundary === undefined || boundary.length < drawnCharsMin ? undefined : Buffer.from(boundary);
};

/** A form's boundary is drawn anew each time the form is sent, so it is left out. */
class BodyDigest {
  private readonly hash = createHash("sha256");
  private rest = Buffer.alloc(0);

  constructor(
    asked: string,
    private readonly boundary: Buffer | undefined,
  ) {
    this.hash.update(`${asked}\n`);
  }

  add(chunk: Uint8Array): void {
    const { boundary } = this;
    if (!boundary) {
      this.hash.update(chunk);
      return;
    }
    let open = Buffer.concat([this.rest, chunk]);
    for (let at = open.indexOf(boundary); at !== -1; at = open.indexOf(boundary)) {
      this.hash.update(open.subarray(0, at)).update("\0");
      open = open.subarray(at + boundary.length);
    }
    // A boundary may be cut in two by the end of a chunk.
    const settled = Math.max(0, open.length - boundary.length + 1);
    this.hash.update(open.subarray(0, settled));
    this.rest = open.subarray(settled);
  }

  end(): string {
    return this.hash.update(this.rest).digest("hex");
  }
}
