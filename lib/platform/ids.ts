import { randomBytes } from "node:crypto";

let lastMillis = 0;
let sequence = 0;

/**
 * UUIDv7, monotonic inside this process: the 12 bits after the timestamp count up within a millisecond
 * (unordered ids make the index larger than v4's).
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMillis) {
    lastMillis = now;
    sequence = randomBytes(2).readUInt16BE() & 0x3ff;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMillis += 1;
      sequence = 0;
    }
  }
  return formatId(lastMillis, sequence, takeRandom());
}

const tailBytes = 8;
let pool = Buffer.alloc(0);
let used = 0;

/** Eight random bytes of a pool: one call to the system for each id would be most of its cost. */
function takeRandom(): Buffer {
  if (used + tailBytes > pool.byteLength) {
    pool = randomBytes(512 * tailBytes);
    used = 0;
  }
  used += tailBytes;
  return pool.subarray(used - tailBytes, used);
}

/** The smallest UUIDv7 of an instant: boundary of a time partition or of a cursor. Before 1970 there are none. */
export function firstIdAt(instant: Date): string {
  return formatId(Math.max(0, instant.getTime()), 0, Buffer.alloc(8));
}

function formatId(millis: number, counter: number, tail: Buffer): string {
  const time = millis.toString(16).padStart(12, "0");
  const middle = (0x7000 | counter).toString(16);
  const variant = (0x8000 | (tail.readUInt16BE(0) & 0x3fff)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${variant}-${tail.toString("hex", 2)}`;
}

export const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll("-", ""), "hex");

/** Of the sixteen bytes from `at` on. */
export function uuidText(bytes: Buffer, at = 0): string {
  const hex = bytes.toString("hex", at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
