const known = new Map<string, string | undefined>();
const knownMax = 1_000;

/** The IANA zone by its current name (`Europe/Kiev` is `Europe/Kyiv`); an offset such as `+03:00` is none. */
export function parseTimeZone(name: string | undefined): string | undefined {
  if (!name || !/^[A-Za-z]/.test(name)) return undefined;
  if (known.has(name)) return known.get(name);
  const zone = resolve(name);
  if (known.size < knownMax) known.set(name, zone);
  return zone;
}

export const isTimeZone = (name: string): boolean => parseTimeZone(name) !== undefined;

function resolve(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
