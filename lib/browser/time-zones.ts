/** Cities whose zone is written otherwise in Turkish. */
const turkishCities: Record<string, string> = {
  "Africa/Cairo": "Kahire",
  "Asia/Baghdad": "Bağdat",
  "Asia/Baku": "Bakü",
  "Asia/Beirut": "Beyrut",
  "Asia/Damascus": "Şam",
  "Asia/Jerusalem": "Kudüs",
  "Asia/Nicosia": "Lefkoşa",
  "Asia/Riyadh": "Riyad",
  "Asia/Singapore": "Singapur",
  "Asia/Tashkent": "Taşkent",
  "Asia/Tehran": "Tahran",
  "Europe/Athens": "Atina",
  "Europe/Belgrade": "Belgrad",
  "Europe/Brussels": "Brüksel",
  "Europe/Bucharest": "Bükreş",
  "Europe/Budapest": "Budapeşte",
  "Europe/Copenhagen": "Kopenhag",
  "Europe/Istanbul": "İstanbul",
  "Europe/Kyiv": "Kiev",
  "Europe/Lisbon": "Lizbon",
  "Europe/London": "Londra",
  "Europe/Moscow": "Moskova",
  "Europe/Prague": "Prag",
  "Europe/Rome": "Roma",
  "Europe/Sarajevo": "Saraybosna",
  "Europe/Skopje": "Üsküp",
  "Europe/Sofia": "Sofya",
  "Europe/Vienna": "Viyana",
  "Europe/Warsaw": "Varşova",
  "Europe/Zurich": "Zürih",
};

/** The city that a zone is named after, as the reader's language writes it. */
export const cityOf = (zone: string, locale: string): string =>
  (locale === "tr" && turkishCities[zone]) || (zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone);

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
