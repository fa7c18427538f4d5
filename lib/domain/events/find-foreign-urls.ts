import type { InvalidParam } from "@/lib/platform/errors";

/** The events whose words messages repeat, as `cart.url` or `event.items[0].name`. */
const repeatedEvents = /^(cart_updated|cart_abandoned|order_completed|order_refunded|product_viewed)$/;

const addressNames = /(^|_)(url|link|href|uri)$/i;

/** Pictures lie on servers of their own. */
const pictureNames = /(^|_)(image|images|picture|photo|thumbnail|icon)(_urls?)?$/i;

/** Where a page was come to from: no message links to it. */
const originNames = /^referr?er$/i;

/** Without its scheme `evil.example` would be a path here and an address on a phone. */
const strictAddress = /^https?:\/\/[^\s\p{Cc}\\"<>`]+$/iu;

/** What mail programs and phones make a link of, wherever it stands in a text. */
const linkInText =
  /(?<![a-z])(?:https?|ftp|javascript|vbscript|mailto|tel|sms):(?=\S)|\bwww\.|^\s*\/\/|[\p{L}\p{N}]\.\p{L}[\p{L}\p{N}-]+(?:[/?#]\S|:\d)/iu;

/** Full-width and invisible characters spell the same to those programs. */
const spelt = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\p{Cf}]/gu, "")
    .replaceAll("。", ".");

/**
 * Addresses of other sites in an event of a shop that a page told. Whoever reads a page's key can speak of anybody: their
 * words must not put a link of their own into that person's mail.
 */
export function findForeignUrls(
  name: string,
  properties: Record<string, unknown>,
  origins: readonly string[],
): InvalidParam[] {
  if (!repeatedEvents.test(name)) return [];
  return textsIn(properties, "properties").flatMap(({ key, pointer, text }) =>
    mayPageSay(key, text, origins) ? [] : [{ pointer, code: "foreign_url", detail: foreignUrl }],
  );
}

const foreignUrl =
  "A page may name complete addresses of the key's origins only, such as its `location.href`. Add the origin to the key, or tell this from your server.";

/** Whether a page may say this of somebody under this name. */
export function mayPageSay(name: string, text: string, origins: readonly string[]): boolean {
  const value = text.trim();
  if (value === "" || originNames.test(name)) return true;
  const isPicture = pictureNames.test(name);
  if (!isPicture && !addressNames.test(name) && !linkInText.test(spelt(value))) return true;
  if (!strictAddress.test(value) || !URL.canParse(value)) return isPicture && !linkInText.test(spelt(value));
  const { origin, username, password } = new URL(value);
  return isPicture || (username === "" && password === "" && origins.includes(origin));
}

type Told = { key: string; pointer: string; text: string };

/** However deep: a list may be told as an object, and a message finds its way through either. */
const textsIn = (value: unknown, pointer: string, key = ""): Told[] => {
  if (typeof value === "string") return [{ key, pointer, text: value }];
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([name, inside]) =>
    textsIn(inside, `${pointer}.${name}`, isList ? key : name),
  );
};
