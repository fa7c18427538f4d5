import { createCipheriv } from "node:crypto";
import type { CodeDesign } from "./code-design";

/** Codes that come out of one key stream. */
export const blockCodes = 20_000;

export const secretBytes = 32;

/**
 * The random letters of a block: a pure function of the batch's secret, the block and the attempt, so that whoever does it
 * again gets the same. Bytes beyond the last multiple of the alphabet's size are left out, or its first signs would be likelier.
 */
export function lettersOfBlock(
  secret: Buffer,
  { block, attempt }: { block: number; attempt: number },
  { alphabet, length }: Pick<CodeDesign, "alphabet" | "length">,
  count = blockCodes,
): string[] {
  const iv = Buffer.alloc(16);
  iv.writeUInt32BE(block, 0);
  iv.writeUInt32BE(attempt, 4);
  const cipher = createCipheriv("aes-256-ctr", secret, iv);
  const fair = 256 - (256 % alphabet.length);
  const signs = Buffer.from(alphabet, "latin1");
  const letters = Buffer.alloc(count * length);
  for (let at = 0; at < letters.length; ) {
    for (const byte of cipher.update(Buffer.alloc(letters.length - at))) {
      if (byte < fair) letters[at++] = signs[byte % signs.length] ?? 0;
    }
  }
  const text = letters.toString("latin1");
  return Array.from({ length: count }, (_, n) => text.slice(n * length, (n + 1) * length));
}
