import { hkdfSync } from "node:crypto";
import { env } from "@/lib/platform/env";

function deriveKey(purpose: string): Buffer {
  const secret = env().PUSHPILOT_SECRET;
  if (!secret)
    throw new Error("PUSHPILOT_SECRET is not set. `npm start` makes one and keeps it in PUSHPILOT_DATA.");
  return Buffer.from(hkdfSync("sha256", secret, "pushpilot", purpose, 32));
}

const derived = new Map<string, Buffer>();

export type Purpose = "session" | "access_tokens" | "credentials" | "links" | "receipts";

/** One installation secret, one key per purpose: a leak of one never opens another. */
export function purposeKey(purpose: Purpose): Buffer {
  let key = derived.get(purpose);
  if (!key) {
    key = deriveKey(purpose);
    derived.set(purpose, key);
  }
  return key;
}

export const sessionSecret = (): string => purposeKey("session").toString("base64url");
