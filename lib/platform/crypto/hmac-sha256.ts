import { hash } from "node:crypto";

const blockBytes = 64;
const digestBytes = 32;

/**
 * HMAC-SHA256 (RFC 2104) under one key, for texts of a hundred bytes by the million: `createHmac` spends four fifths of
 * its time on making an object, and a digest as bytes costs twice what one as Latin-1 does.
 */
export function hmacSha256Of(key: Buffer): (text: Buffer) => Buffer {
  if (key.length > blockBytes) throw new Error(`A key of ours has at most ${blockBytes} bytes.`);
  let inner = padded(key, 0x36, 512);
  const outer = padded(key, 0x5c, digestBytes);
  return (text) => {
    const end = blockBytes + text.length;
    if (end > inner.length) inner = padded(key, 0x36, text.length);
    text.copy(inner, blockBytes);
    outer.write(hash("sha256", inner.subarray(0, end), "latin1"), blockBytes, "latin1");
    return Buffer.from(hash("sha256", outer, "latin1"), "latin1");
  };
}

/** The key's block, and room for what is hashed after it. */
function padded(key: Buffer, pad: number, room: number): Buffer {
  const bytes = Buffer.alloc(blockBytes + room);
  for (let at = 0; at < blockBytes; at += 1) bytes[at] = (key[at] ?? 0) ^ pad;
  return bytes;
}
