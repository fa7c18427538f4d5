import type { Contract } from "../contract";

export type Endpoint = Pick<Contract, "method" | "path">;

type Place = { segments: string[]; methods: string[] };

/** Finds the methods of an address. Of several patterns that fit it the one with words in front counts, as in Next. */
export function toMethodsAt(endpoints: readonly Endpoint[]): (pathname: string) => string[] | undefined {
  const places = new Map<string, Place>();
  for (const { method, path } of endpoints) {
    const place = places.get(path) ?? { segments: path.split("/"), methods: [] };
    place.methods.push(method);
    places.set(path, place);
  }
  // "{" sorts behind every letter, so the pattern with a word there comes first.
  const ordered = [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
  return (pathname) => {
    const asked = pathname.split("/");
    const methods = ordered.find(({ segments }) => fits(segments, asked))?.methods;
    return methods && [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
  };
}

const fits = (pattern: string[], asked: string[]): boolean =>
  pattern.length === asked.length &&
  pattern.every((segment, n) => (segment.startsWith("{") ? asked[n] !== "" : segment === asked[n]));
