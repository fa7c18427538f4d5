import { hkdfSync } from "node:crypto";
import { env } from "@/lib/platform/env";

function currentSecret(): string {
  const secret = env().PUSHPILOT_SECRET;
  if (!secret)
    throw new Error("PUSHPILOT_SECRET is not set. `npm start` makes one and keeps it in PUSHPILOT_DATA.");
  return secret;
}

const derived = new Map<string, Buffer>();

export type Purpose = "session" | "access_tokens" | "credentials" | "links" | "receipts";

function deriveKey(secret: string, purpose: Purpose): Buffer {
  const name = `${purpose} ${secret}`;
  const key = derived.get(name) ?? Buffer.from(hkdfSync("sha256", secret, "pushpilot", purpose, 32));
  derived.set(name, key);
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
