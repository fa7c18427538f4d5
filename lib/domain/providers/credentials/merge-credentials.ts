import { unprocessable } from "@/lib/platform/errors";
import type { ConnectableKind } from "../provider";
import type { Credentials } from "./sealed-credentials";

/** Fields that decide where a secret is sent. */
const destinations: Readonly<Record<ConnectableKind, readonly string[]>> = {
  fcm: [],
  web_push: [],
  smtp: ["host", "port", "security", "user"],
};

const secretSentThere = "password";

/**
 * Given fields replace the stored ones and null empties one; secrets that are not given stay. A new destination needs
 * its secret anew: nobody may send a stored password to a server of their own and read it there.
 */
export function mergeCredentials(
  kind: ConnectableKind,
  stored: Credentials,
  given: Credentials,
): Credentials {
  const moves = destinations[kind].some((name) => given[name] !== undefined && given[name] !== stored[name]);
  if (moves && stored[secretSentThere] !== undefined && given[secretSentThere] === undefined) {
    const detail = "Enter the password again: it would be sent to another server or for another user.";
    const pointer = `credentials.${secretSentThere}`;
    throw unprocessable(detail, {
      reason: "password_required",
      errors: [{ pointer, code: "required", detail }],
    });
  }
  const merged = { ...stored, ...given };
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null && value !== undefined),
  );
}
