import type { AutomationFigures } from "../api";

type Day = AutomationFigures["days"][number];

const shown = 30;
const dayMillis = 86_400_000;

/** The last 30 days up to this one; those on which nothing happened are there with nothing. */
export function fillDays(days: readonly Day[], today: string): Day[] {
  const byDay = new Map(days.map((one) => [one.day, one]));
  const last = Date.parse(today);
  return Array.from({ length: shown }, (_, position) => {
    const day = new Date(last - (shown - 1 - position) * dayMillis).toISOString().slice(0, 10);
    return byDay.get(day) ?? { day, entered: 0, completed: 0, exited: 0 };
  });
}
