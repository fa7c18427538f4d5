import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { instantOfWall, type WallTime, wallMillisAt } from "../zone-clock";
import { formatRule, isRuleProblem, parseRule, type Rule } from "./rule";

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
/** No date of ours lies beyond it. */
const latestWall = Date.UTC(2200, 0, 1);

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
  const parsed = parseRule(recurrence.rrule);
  if (isRuleProblem(parsed) || count < 1) return [];
  const rule = wallRule(parsed, recurrence, timeZone);
  const found: Occurrence[] = [];
  const take = (wall: number): boolean => {
    if (wall >= latestWall) return false;
    const at = instantOfWall(wall, timeZone);
    if (at > after.getTime())
      found.push({ at: new Date(at), wall: toWall(wall), clockChange: clockChangeAt(wall, at, timeZone) });
    return found.length < count;
  };
  // A wall time that the clocks skip lies later than it says: one that is over on the wall may still be to come.
  const cursor = wallMillisAt(after.getTime(), timeZone) - dayMillis;
  if (parsed.count === null) walkFrom(rule, cursor, take);
  else walkAll(rule, cursor, take);
  return found;
}

/** Tells each wall time after one, until it is told to stop; none for a rule that can never be met. */
function walkFrom(rule: RRuleTemporal, after: number, take: (wall: number) => boolean): void {
  let next = nextOf(rule, after);
  while (next !== undefined && take(next)) next = nextOf(rule, next);
}

/** The same of a rule with a number of occurrences, which are counted from the first: once, and not for each of them. */
function walkAll(rule: RRuleTemporal, after: number, take: (wall: number) => boolean): void {
  try {
    rule.all(({ epochMilliseconds: wall }) => wall <= after || take(wall));
  } catch {
    // As in `nextOf`.
  }
}

/** In UTC, which has every wall time once. */
function wallRule(parsed: Rule, { start, exceptDates }: Recurrence, timeZone: string): RRuleTemporal {
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
  return new Date(Math.min(wallMillisAt(instant, timeZone), latestWall))
    .toISOString()
    .replace(/[-:]|\.\d{3}/g, "");
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
