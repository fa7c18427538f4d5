import { isUtf8 } from "node:buffer";
import { beginsAsZip, isText } from "@/lib/platform/csv/csv-dialect";

export type TextInspection = {
  bytes: number;
  lines: number;
  isUtf8: boolean;
  hasNul: boolean;
  /** Begins with the UTF-16 little-endian mark. */
  isUtf16: boolean;
  /** Begins like a ZIP archive, which is what a workbook is. */
  isZip: boolean;
};

/** Looks at bytes as they pass: size, lines, and whether they are text and in which encoding. */
export class TextInspector {
  private readonly seen: TextInspection = {
    bytes: 0,
    lines: 0,
    isUtf8: true,
    hasNul: false,
    isUtf16: false,
    isZip: false,
  };
  private endsWithNewline = true;
  /** The end of the last chunk, which may be the beginning of a character. */
  private tail = Buffer.alloc(0);

  add(chunk: Buffer): void {
    const { seen } = this;
    if (seen.bytes === 0) {
      seen.isUtf16 = chunk[0] === 0xff && chunk[1] === 0xfe;
      seen.isZip = beginsAsZip(chunk);
    }
    seen.bytes += chunk.byteLength;
    seen.lines += countNewlines(chunk);
    this.endsWithNewline = chunk.at(-1) === 0x0a;
    if (!seen.hasNul) seen.hasNul = !isText(chunk, seen.isUtf16 ? "utf-16le" : "utf-8");
    if (seen.isUtf8) this.addUtf8(chunk);
  }

  private addUtf8(chunk: Buffer): void {
    const text = this.tail.byteLength > 0 ? Buffer.concat([this.tail, chunk]) : chunk;
    const end = lastCharacterStart(text);
    this.seen.isUtf8 = isUtf8(text.subarray(0, end));
    this.tail = Buffer.from(text.subarray(end));
  }

  end(): TextInspection {
    const { seen } = this;
    return {
      ...seen,
      lines: seen.lines + (this.endsWithNewline ? 0 : 1),
      isUtf8: seen.isUtf8 && isUtf8(this.tail),
    };
  }
}

function countNewlines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

/** Where the last character begins when it may be incomplete; the end when the text ends in ASCII. */
function lastCharacterStart(text: Buffer): number {
  for (let at = text.byteLength - 1; at >= Math.max(0, text.byteLength - 4); at -= 1) {
    const byte = text[at] ?? 0;
    if (byte < 0x80) return text.byteLength;
    if (byte >= 0xc0) return at;
  }
  return text.byteLength;
}
