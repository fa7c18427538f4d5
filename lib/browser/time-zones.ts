export const cityOf = (zone: string): string => zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;

/** "GMT+3", as the reader's language writes it. */
export function offsetOf(zone: string, locale: string, at = new Date()): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "shortOffset" });
  return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** Every zone for a choice, each with its present distance to UTC; the given ones come first. */
export function zoneOptionsOf(first: readonly string[], locale: string) {
  const zones = new Set([...first, "UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
    description: offsetOf(zone, locale),
  }));
}
