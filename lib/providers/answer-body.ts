import { StringDecoder } from "node:string_decoder";

const bytesMax = 64 * 1024;

/** What a peer answers, of which no more is kept than anybody reads; decoded once, so that no character is cut in two. */
export class AnswerBody {
  private readonly chunks: Buffer[] = [];
  private bytes = 0;

  add(chunk: Buffer): void {
    if (this.bytes >= bytesMax) return;
    this.chunks.push(chunk);
    this.bytes += chunk.byteLength;
  }

  toText(): string {
    const [first, ...others] = this.chunks;
    if (!first) return "";
    const body = others.length === 0 ? first : Buffer.concat(this.chunks);
    return this.bytes <= bytesMax
      ? body.toString("utf8")
      : new StringDecoder("utf8").write(body.subarray(0, bytesMax));
  }
}
