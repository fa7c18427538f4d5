import { hkdfSync } from "node:crypto";
import { env } from "@/lib/platform/env";

function currentSecret(): string {
  const secret = env().PUSHPILOT_SECRET;
  if (!secret)
    throw new Error("PUSHPILOT_SECRET is not set. `npm start` makes one and keeps it in PUSHPILOT_DATA.");
  return secret;
}

export type Purpose = "session" | "access_tokens" | "credentials" | "links" | "receipts";

/** By secret, then by purpose: a name of both would have to be put together, and hashed, for each link that is clicked. */
const derived = new Map<string, Map<Purpose, Buffer>>();

function deriveKey(secret: string, purpose: Purpose): Buffer {
  const keys = derived.get(secret) ?? new Map<Purpose, Buffer>();
  derived.set(secret, keys);
  const key = keys.get(purpose) ?? Buffer.from(hkdfSync("sha256", secret, "pushpilot", purpose, 32));
  keys.set(purpose, key);
  return key;
}

/** One installation secret, one key per purpose: a leak of one never opens another. */
export const purposeKey = (purpose: Purpose): Buffer => deriveKey(currentSecret(), purpose);

/**
 * Those of secrets that were replaced. Only for what outlives them and cannot be asked for again: sealed credentials,
 * links in mails that went out. Sessions and tokens end with their secret, for it may have leaked.
 */
export const formerKeys = (purpose: "credentials" | "links"): Buffer[] =>
  (env().PUSHPILOT_FORMER_SECRETS ?? []).map((secret) => deriveKey(secret, purpose));

export const sessionSecret = (): string => purposeKey("session").toString("base64url");
