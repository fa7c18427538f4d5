import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { instantOfWall, type WallTime, wallMillisAt } from "../zone-clock";
import { formatRule, isRuleProblem, parseRule } from "./rule";

export type Recurrence = {
  /** RFC 5545, e.g. `FREQ=WEEKLY;BYDAY=MO,TH`. */
  rrule: string;
  /** The first date and the time of day, on the clock of the zone. */
  start: WallTime;
  /** Dates left out, such as `2026-12-25`. */
  exceptDates: string[];
};

export type Occurrence = {
  at: Date;
  /** What the zone's clock was to show. */
  wall: WallTime;
  /** The clock skips that time, and the next one it shows is taken; or it shows it twice, and the first is taken. */
  clockChange: "skipped" | "twice" | null;
};

const dayMillis = 86_400_000;

/**
 * The next occurrences after an instant. Counted on the wall clock, so that a change of the clocks neither loses nor
 * moves one; a rule that can never be met has none.
 */
export function occurrencesAfter(
  recurrence: Recurrence,
  timeZone: string,
  after: Date,
  count: number,
): Occurrence[] {
  const rule = wallRule(recurrence, timeZone);
  if (!rule) return [];
  const found: Occurrence[] = [];
  // A wall time that the clocks skip lies later than it says: one that is over on the wall may still be to come.
  let cursor = wallMillisAt(after.getTime(), timeZone) - dayMillis;
  while (found.length < count) {
    const next = nextOf(rule, cursor);
    if (next === undefined) break;
    cursor = next;
    const at = instantOfWall(next, timeZone);
    if (at > after.getTime())
      found.push({ at: new Date(at), wall: toWall(next), clockChange: clockChangeAt(next, at, timeZone) });
  }
  return found;
}

/** In UTC, which has every wall time once. */
function wallRule({ rrule, start, exceptDates }: Recurrence, timeZone: string): RRuleTemporal | undefined {
  const parsed = parseRule(rrule);
  if (isRuleProblem(parsed)) return undefined;
  const until = parsed.until === null ? null : wallUntil(parsed.until, timeZone);
  const zoned = ({ date, time }: WallTime) =>
    Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime("UTC");
  return new RRuleTemporal({
    rruleString: formatRule({ ...parsed, until }),
    dtstart: zoned(start),
    exDate: exceptDates.map((date) => zoned({ date, time: start.time })),
  });
}

/** An end in UTC is a moment; any other is what the zone's clock shows. */
function wallUntil(until: string, timeZone: string): string {
  if (!until.endsWith("Z")) return until.length === 8 ? `${until}T235959Z` : `${until}Z`;
  const instant = Date.parse(
    until.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, "$1-$2-$3T$4:$5:$6Z"),
  );
  return new Date(wallMillisAt(instant, timeZone)).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function nextOf(rule: RRuleTemporal, afterWall: number): number | undefined {
  try {
    return rule.next(new Date(afterWall), false)?.epochMilliseconds;
  } catch {
    // It looked through ten thousand periods and met none, such as 30 February.
    return undefined;
  }
}

function toWall(wall: number): WallTime {
  const text = new Date(wall).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

function clockChangeAt(wall: number, at: number, timeZone: string): Occurrence["clockChange"] {
  if (wallMillisAt(at, timeZone) !== wall) return "skipped";
  const changes = [30, 60, 120].map((minutes) => at + minutes * 60_000);
  return changes.some((later) => wallMillisAt(later, timeZone) === wall) ? "twice" : null;
}
