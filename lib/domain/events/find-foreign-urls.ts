import type { InvalidParam } from "@/lib/platform/errors";

/** The events whose addresses messages link to, as `cart.url` or `event.items[0].url`. */
const linkingEvents = /^(cart_updated|cart_abandoned|order_completed|product_viewed)$/;

/**
 * The addresses of other sites in an event of a shop that a page told. Whoever reads a page's key can speak of anybody:
 * their words must not put a link of their own into that person's mail.
 */
export function findForeignUrls(
  name: string,
  properties: Record<string, unknown>,
  origins: readonly string[],
): InvalidParam[] {
  if (!linkingEvents.test(name)) return [];
  const items: unknown[] = Array.isArray(properties.items) ? properties.items : [];
  const told = [
    { pointer: "properties.url", url: properties.url },
    ...items.map((item, index) => ({ pointer: `properties.items.${index}.url`, url: urlOf(item) })),
  ];
  return told
    .filter(({ url }) => url !== undefined && url !== "" && !isOfOrigins(url, origins))
    .map(({ pointer }) => ({ pointer, code: "foreign_url", detail: foreignUrl }));
}

const urlOf = (item: unknown): unknown =>
  typeof item === "object" && item !== null && "url" in item ? item.url : undefined;

const foreignUrl =
  "A page may name complete addresses of the key's origins only, such as its `location.href`. Add the origin to the key, or tell this from your server.";

/** Without its scheme `evil.example` would be a path here and an address on a phone. */
const isOfOrigins = (url: unknown, origins: readonly string[]): boolean =>
  typeof url === "string" &&
  /^https?:\/\//i.test(url) &&
  URL.canParse(url) &&
  origins.includes(new URL(url).origin);
