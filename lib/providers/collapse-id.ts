import { createHash } from "node:crypto";

const fitsEverywhere = /^[A-Za-z0-9_-]{1,32}$/;

/** The collapse key in the narrowest form any push service takes: 32 base64url characters (Topic, RFC 8030). */
export function toCollapseId(collapseKey: string): string {
  if (fitsEverywhere.test(collapseKey)) return collapseKey;
  return createHash("sha256").update(collapseKey).digest("base64url").slice(0, 32);
}
