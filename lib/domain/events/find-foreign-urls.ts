import type { InvalidParam } from "@/lib/platform/errors";

/** The events whose words messages repeat, as `cart.url` or `event.items[0].name`. */
const repeatedEvents = /^(cart_updated|cart_abandoned|order_completed|order_refunded|product_viewed)$/;

/** Pictures lie on servers of their own. */
const pictureNames: readonly string[] = ["image_url"];

/** Without its scheme `evil.example` would be a path here and an address on a phone. */
const strictAddress = /^https?:\/\/[^\s\p{Cc}\\"'<>`]+$/iu;

/** What mail programs and phones make a link of, wherever it stands in a text. */
const linkInText = /:\/\/|\bwww\./i;

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
    isAllowed(key, text, origins) ? [] : [{ pointer, code: "foreign_url", detail: foreignUrl }],
  );
}

/** Whether a text is one that phones and mail programs make no link of. */
export const isPlainText = (text: string): boolean => !linkInText.test(text);

const foreignUrl =
  "A page may name complete addresses of the key's origins only, such as its `location.href`. Add the origin to the key, or tell this from your server.";

function isAllowed(key: string, text: string, origins: readonly string[]): boolean {
  if (key !== "url" && isPlainText(text)) return true;
  if (text === "") return true;
  if (!strictAddress.test(text) || !URL.canParse(text)) return false;
  const { origin, username, password } = new URL(text);
  return pictureNames.includes(key) || (username === "" && password === "" && origins.includes(origin));
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
