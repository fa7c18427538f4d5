import { minutesOfClock } from "./clock-time";
import { instantOfWall, wallMillisAt } from "./zone-clock";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof weekdays)[number];

/** Wall-clock times such as `09:00`; an end at or before the start is on the next day. */
export type DaySpan = { from: string; to: string };

/** When a person may be written to, on their own clock; a day without a span is closed. */
export type SendingWindow = Record<Weekday, DaySpan | null>;

/** Instants in milliseconds; `until` is no longer inside. */
export type Opening = { at: number; until: number };

const minuteMillis = 60_000;
const quarterMillis = 900_000;
const dayMillis = 86_400_000;

export const everyDay = (from: string, to: string): SendingWindow => {
  const span = { from, to };
  return { mon: span, tue: span, wed: span, thu: span, fri: span, sat: span, sun: span };
};

/** One that people have finished writing. */
export const isUsableWindow = (window: SendingWindow | string): boolean =>
  typeof window === "string" ||
  (!isAlwaysClosed(window) && weekdays.every((day) => isUsableSpan(window[day])));

const isUsableSpan = (span: DaySpan | null): boolean =>
  span === null || (isClockTime(span.from) && isClockTime(span.to));

export const isClockTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

export const isAlwaysClosed = (window: SendingWindow): boolean => weekdays.every((day) => !window[day]);

/** The first moment from `from` on at which the window is open in the zone; undefined when it never is. */
export function nextOpening(window: SendingWindow, from: number, timeZone: string): Opening | undefined {
  const wall = wallMillisAt(from, timeZone);
  const today = Math.floor(wall / dayMillis) * dayMillis;
  // Yesterday's span may reach past midnight; a week later the same weekday comes again, should a clock change swallow one.
  for (let day = -1; day <= 8; day += 1) {
    const span = spanOn(window, today + day * dayMillis);
    const at = span && enter(span, { from, wall, timeZone });
    if (span && at !== undefined) return { at, until: instantOfWall(span.end, timeZone) };
  }
  return undefined;
}

export const isOpenAt = (window: SendingWindow, instant: number, timeZone: string): boolean =>
  nextOpening(window, instant, timeZone)?.at === instant;

type WallSpan = { start: number; end: number };

/** The span that begins on the day that begins at `midnight` of the wall clock. */
function spanOn(window: SendingWindow, midnight: number): WallSpan | undefined {
  // 1 January 1970 was a Thursday.
  const weekday = weekdays[(Math.floor(midnight / dayMillis) + 3) % 7];
  const span = weekday && window[weekday];
  if (!span) return undefined;
  const start = midnight + (minutesOfClock(span.from) ?? 0) * minuteMillis;
  const end = midnight + (minutesOfClock(span.to) ?? 0) * minuteMillis;
  return { start, end: end <= start ? end + dayMillis : end };
}

type Moment = { from: number; wall: number; timeZone: string };

/** When the span is entered; undefined when it is over, or when the clocks skip all of it. */
function enter({ start, end }: WallSpan, { from, wall, timeZone }: Moment): number | undefined {
  if (wall >= end) return undefined;
  if (wall >= start) return from;
  const first = instantOfWall(start, timeZone);
  // In the hour that comes twice the start may lie in the second one.
  const at = first < from ? from + (start - wall) : earliestFrom(first, start, timeZone);
  const shown = wallMillisAt(at, timeZone);
  return shown >= start && shown < end ? at : undefined;
}

/** A start that the clocks skip is reached as soon as they have jumped over it. */
function earliestFrom(instant: number, start: number, timeZone: string): number {
  let at = instant;
  if (wallMillisAt(at, timeZone) === start) return at;
  for (
    let earlier = Math.floor(at / quarterMillis) * quarterMillis;
    wallMillisAt(earlier, timeZone) >= start;
    earlier -= quarterMillis
  )
    at = earlier;
  return at;
}
