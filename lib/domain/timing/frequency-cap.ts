import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { instantOfWall, wallMillisAt } from "./zone-clock";

export const capUnits = ["day", "week", "month"] as const;

/** The last so many hours, or the person's calendar day, week (from Monday) or month. */
export type CapPeriod =
  | { kind: "rolling"; hours: number }
  | { kind: "calendar"; unit: (typeof capUnits)[number] };

/** At most `limit` messages to a person in a period. */
export type FrequencyCap = {
  id: string;
  limit: number;
  period: CapPeriod;
  /** Null: all together. */
  channels: Channel[] | null;
  /** What counts and is held back; transactional messages never are. */
  categories: MessageCategory[];
  /** What becomes of a message too many. */
  whenFull: "skip" | "defer";
};

/** One message that a person got or will get, at an instant in milliseconds. */
export type CapEntry = { at: number; runId: string; channel: Channel; category: MessageCategory };

const hourMillis = 3_600_000;
const dayMillis = 24 * hourMillis;

export const capApplies = (cap: FrequencyCap, channel: Channel, category: MessageCategory): boolean =>
  category !== "transactional" &&
  cap.categories.includes(category) &&
  (cap.channels === null || cap.channels.includes(channel));

/** The entries that fill the cap for a message at `at`; undefined while there is room for it. */
export function findCapping(
  cap: FrequencyCap,
  entries: readonly CapEntry[],
  at: number,
  timeZone: string,
): CapEntry[] | undefined {
  const counted = entries.filter((entry) => capApplies(cap, entry.channel, entry.category));
  const sorted = counted.toSorted((left, right) => left.at - right.at);
  if (cap.period.kind === "calendar") {
    const { from, until } = calendarPeriod(cap.period.unit, at, timeZone);
    const inside = sorted.filter((entry) => entry.at >= from && entry.at < until);
    return inside.length >= cap.limit ? inside : undefined;
  }
  return findFullStretch(cap, sorted, at);
}

/** The first moment from `at` on at which the cap leaves room. */
export function freeFrom(
  cap: FrequencyCap,
  entries: readonly CapEntry[],
  at: number,
  timeZone: string,
): number {
  let free = at;
  for (;;) {
    const full = findCapping(cap, entries, free, timeZone);
    if (!full) return free;
    free =
      cap.period.kind === "calendar"
        ? calendarPeriod(cap.period.unit, free, timeZone).until
        : afterFirst(cap, full);
  }
}

/** As far back as an entry can matter to a message at `at`. */
export const reachMillis = ({ period }: FrequencyCap): number =>
  period.kind === "rolling"
    ? period.hours * hourMillis
    : { day: 2, week: 8, month: 32 }[period.unit] * dayMillis;

/** About which messages fill the cap for one at `at`, and when it leaves room again at the latest; a zone stands for all. */
export function spanBefore({ period }: FrequencyCap, at: number, timeZone: string) {
  if (period.kind === "calendar") {
    const { from, until } = calendarPeriod(period.unit, at, timeZone);
    return { from, until, free: until };
  }
  const length = period.hours * hourMillis;
  return { from: at - length, until: at + hourMillis, free: at + length };
}

/** Any stretch of the period's length that holds `at`: what is planned for later counts as much as what was sent. */
function findFullStretch(cap: FrequencyCap, sorted: readonly CapEntry[], at: number): CapEntry[] | undefined {
  const length = reachMillis(cap);
  const near = sorted.filter((entry) => entry.at > at - length && entry.at < at + length);
  for (let first = 0; first + cap.limit <= near.length; first += 1) {
    const stretch = near.slice(first, first + cap.limit);
    const begins = Math.min(at, stretch[0]?.at ?? at);
    const ends = Math.max(at, stretch.at(-1)?.at ?? at);
    if (ends - begins < length) return stretch;
  }
  return undefined;
}

function afterFirst(cap: FrequencyCap, [first]: readonly CapEntry[]): number {
  return (first?.at ?? 0) + reachMillis(cap);
}

type Unit = (typeof capUnits)[number];

function calendarPeriod(unit: Unit, at: number, timeZone: string): { from: number; until: number } {
  const wall = new Date(wallMillisAt(at, timeZone));
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
  const monday = day - ((wall.getUTCDay() + 6) % 7);
  const bounds = {
    day: [Date.UTC(year, month, day), Date.UTC(year, month, day + 1)],
    week: [Date.UTC(year, month, monday), Date.UTC(year, month, monday + 7)],
    month: [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)],
  } as const;
  const [from, until] = bounds[unit];
  return { from: instantOfWall(from, timeZone), until: instantOfWall(until, timeZone) };
}
