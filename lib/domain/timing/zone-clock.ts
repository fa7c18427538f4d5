/** Wall-clock parts as date and time inputs hold them. */
export type WallTime = { date: string; time: string };

const dayMillis = 86_400_000;
/** Clocks change at quarters of an hour at the finest, so one look serves all instants within one. */
const quarterMillis = 900_000;
const quartersMax = 4_096;

type Zone = { format: Intl.DateTimeFormat; offsets: Map<number, number> };

const zones = new Map<string, Zone>();

/** What the clocks of a zone show at an instant, as the milliseconds at which UTC shows the same. */
export function wallMillisAt(instant: number, timeZone: string): number {
  return instant + offsetAt(instant, zoneOf(timeZone));
}

/**
 * The instant at which a zone's clocks show a wall time. One that the zone skips in spring is taken as much later, one
 * that it has twice in autumn as the first.
 */
export function instantOfWall(wall: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const candidates = [wall - dayMillis, wall + dayMillis]
    .map((near) => wall - offsetAt(near, zone))
    .sort((left, right) => left - right);
  const exact = candidates.find((instant) => instant + offsetAt(instant, zone) === wall);
  return exact ?? candidates.at(-1) ?? wall;
}

/** Undefined while a part is missing. */
export function toInstant({ date, time }: WallTime, timeZone: string): Date | undefined {
  const wall = Date.parse(`${date}T${time}:00Z`);
  return Number.isNaN(wall) ? undefined : new Date(instantOfWall(wall, timeZone));
}

export function toWallTime(instant: Date, timeZone: string): WallTime {
  const text = new Date(wallMillisAt(instant.getTime(), timeZone)).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const zone = { format: formatIn(timeZone), offsets: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}

const formatIn = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });

function offsetAt(instant: number, { format, offsets }: Zone): number {
  const quarter = Math.floor(instant / quarterMillis);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const start = quarter * quarterMillis;
  const offset = shownAt(start, format) - start;
  if (offsets.size >= quartersMax) offsets.clear();
  offsets.set(quarter, offset);
  return offset;
}

function shownAt(instant: number, format: Intl.DateTimeFormat): number {
  const parts = format.formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((entry) => entry.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}
