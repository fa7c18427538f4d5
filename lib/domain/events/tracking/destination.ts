import { type Utm, utmNames } from "./tracking";

const rememberedMax = 2_000;

/**
 * Turns links into where they lead, with the campaign's UTM parameters where the link has none of its own. Undefined
 * for whatever is no web address: app schemes, mailto, tel and paths stay as they are.
 */
export function destinationsWith(utm: Utm): (url: string) => string | undefined {
  const given = utmNames.flatMap((name): [string, string][] => {
    const value = utm[name];
    return value ? [[`utm_${name}`, value]] : [];
  });
  const remembered = new Map<string, string | undefined>();
  return (url) => {
    if (remembered.has(url)) return remembered.get(url);
    if (remembered.size >= rememberedMax) remembered.clear();
    const destination = toDestination(url, given);
    remembered.set(url, destination);
    return destination;
  };
}

function toDestination(url: string, given: [string, string][]): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.username !== "" || parsed.password !== "") return undefined;
  const missing = given.filter(([name]) => !parsed.searchParams.has(name));
  if (missing.length === 0) return parsed.href;
  const added = missing.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  const { hash } = parsed;
  parsed.hash = "";
  const base = parsed.href.replace(/#$/, "");
  return `${base}${parsed.search === "" ? (base.endsWith("?") ? "" : "?") : "&"}${added}${hash}`;
}
