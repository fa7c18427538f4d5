import type { DemoOffer } from "./demo-offers";

const dayMillis = 86_400_000;

/** When people used an offer: more and more of them, awake, and never where its weekdays and hours forbid it. */
export function demoMoments(
  { firstDay, lastDay, weekdays, hours, timeZone }: DemoOffer,
  { count, now, random }: { count: number; now: Date; random: () => number },
): Date[] {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  const first = now.getTime() + (firstDay + 1) * dayMillis;
  const last = Math.min(
    now.getTime() - 600_000,
    lastDay == null ? Infinity : now.getTime() + (lastDay - 1) * dayMillis,
  );
  const found: Date[] = [];
  while (found.length < count) {
    const at = new Date(Math.floor(first + random() ** 0.7 * (last - first)));
    const [weekday = "", time = ""] = clock.format(at).replace(",", "").split(" ");
    const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    const isOpen =
      (!weekdays || weekdays.includes(days.indexOf(weekday) + 1)) &&
      (!hours || hours.some(({ from, to }) => minute >= from && minute < to));
    if (isOpen && random() < (minute >= 480 && minute < 1_380 ? 1 : 0.12)) found.push(at);
  }
  return found.sort((left, right) => left.getTime() - right.getTime());
}

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
