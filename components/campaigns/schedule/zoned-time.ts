/** Wall-clock parts as date and time inputs hold them. */
export type WallTime = { date: string; time: string };

function wallMillis(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((entry) => entry.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/**
 * The instant of a wall-clock time in a zone; undefined while a part is missing. A time that the zone skips in spring
 * is taken as much later, one that it has twice in autumn as the first.
 */
export function toInstant({ date, time }: WallTime, timeZone: string): Date | undefined {
  const wall = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wall)) return undefined;
  const offsets = [wall - dayMillis, wall + dayMillis].map((near) => wallMillis(near, timeZone) - near);
  const candidates = offsets.map((offset) => wall - offset).sort((left, right) => left - right);
  const exact = candidates.find((instant) => wallMillis(instant, timeZone) === wall);
  return new Date(exact ?? candidates.at(-1) ?? wall);
}

const dayMillis = 86_400_000;

export function toWallTime(instant: Date, timeZone: string): WallTime {
  const wall = wallMillis(Math.floor(instant.getTime() / 1_000) * 1_000, timeZone);
  const text = new Date(wall).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The next full hour, at least an hour away. */
export const nextFullHour = (now: Date): Date =>
  new Date(Math.ceil(now.getTime() / 3_600_000 + 1) * 3_600_000);
