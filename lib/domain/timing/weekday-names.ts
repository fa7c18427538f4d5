import { type Weekday, weekdays } from "./sending-window";

/** 1 January 2024 was a Monday. */
const dayOf = (weekday: Weekday): Date => new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday), 12));

export const weekdayName = (weekday: Weekday, locale: string, style: "long" | "short" = "long"): string =>
  new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" }).format(dayOf(weekday));

/** Inside a sentence: Turkish writes days small there. */
export function weekdayInSentence(weekday: Weekday, locale: string): string {
  const name = weekdayName(weekday, locale);
  return locale === "tr" ? name.toLocaleLowerCase("tr") : name;
}

export const weekdayOfDate = (date: string): Weekday =>
  weekdays[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? "mon";

/** ISO 8601 counts from Monday, 1. */
export const weekdayOfNumber = (number: number): Weekday => weekdays[number - 1] ?? "mon";
