/** How a sentence writes days: "31 Aralık 2026" and "31 Dec 2026". */
const styles = {
  tr: { tag: "tr", month: "long" },
  en: { tag: "en-GB", month: "short" },
} as const;

const styleOf = (locale: string) => (locale === "tr" ? styles.tr : styles.en);

const atNoon = (date: string): Date => new Date(`${date}T12:00:00Z`);

export function dayText(date: string, locale: string): string {
  const { tag, month } = styleOf(locale);
  const format = new Intl.DateTimeFormat(tag, { day: "numeric", month, year: "numeric", timeZone: "UTC" });
  return format.format(atNoon(date));
}

/** Day and month, whatever the year. */
export function yearDayText(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(styleOf(locale).tag, {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return format.format(atNoon(date));
}

export const listText = (items: readonly string[], locale: string): string =>
  new Intl.ListFormat(styleOf(locale).tag, { type: "conjunction" }).format(items);
