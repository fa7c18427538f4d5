import { useFormatter } from "next-intl";

const minuteSeconds = 60;
const hourSeconds = 3_600;
const daySeconds = 86_400;
const daysFrom = 2;

/** "45 sec", "12 min", "3 hr", "4 days" in the reader's language. */
export function useDuration(): (seconds: number) => string {
  const format = useFormatter();
  const unit = (value: number, name: string) =>
    format.number(Math.max(1, Math.round(value)), { style: "unit", unit: name, unitDisplay: "short" });
  return (seconds) => {
    if (seconds < minuteSeconds) return unit(seconds, "second");
    if (seconds < hourSeconds) return unit(seconds / minuteSeconds, "minute");
    if (seconds < daysFrom * daySeconds) return unit(seconds / hourSeconds, "hour");
    return unit(seconds / daySeconds, "day");
  };
}
