import type { Weekday } from "../sending-window";
import { blank, type Frequency, formatRule, isRuleProblem, parseRule, type Rule } from "./rule";

/** A day of the month; `last` is its last day, whatever its number. */
export type MonthDay = number | "last";

/** What people choose; every one of them is a rule, and most rules are one of them. */
export type RecurrenceForm = {
  frequency: Frequency;
  interval: number;
  /** Weekly only. */
  weekdays: Weekday[];
  /** Monthly only. */
  monthDay: MonthDay;
  /** What a month without that day does. */
  shortMonth: "last_day" | "skip";
  /** `until` is a date on the zone's clock. */
  ends: { kind: "never" } | { kind: "count"; count: number } | { kind: "until"; until: string };
};

const shortestMonth = 28;

export function ruleOfForm(form: RecurrenceForm): string {
  const { frequency, interval, weekdays, ends } = form;
  return formatRule({
    ...blank,
    frequency,
    interval,
    days: frequency === "weekly" ? weekdays.map((weekday) => ({ weekday, nth: null })) : [],
    ...(frequency === "monthly" ? monthDays(form) : {}),
    count: ends.kind === "count" ? ends.count : null,
    until: ends.kind === "until" ? ends.until.replaceAll("-", "") : null,
  });
}

/** The 31st of April is its last day: the last of the days from 28 on that the month has. */
function monthDays({ monthDay, shortMonth }: RecurrenceForm): Pick<Rule, "monthDays" | "positions"> {
  if (monthDay === "last") return { monthDays: [-1], positions: [] };
  if (monthDay <= shortestMonth || shortMonth === "skip") return { monthDays: [monthDay], positions: [] };
  const candidates = Array.from(
    { length: monthDay - shortestMonth + 1 },
    (_, index) => shortestMonth + index,
  );
  return { monthDays: candidates, positions: [-1] };
}

/** Undefined for a rule that only its text can say. */
export function formOfRule(text: string): RecurrenceForm | undefined {
  const rule = parseRule(text);
  if (isRuleProblem(rule)) return undefined;
  const monthly =
    rule.frequency === "monthly" ? monthOf(rule) : { monthDay: 1, shortMonth: "last_day" as const };
  if (!monthly) return undefined;
  const form: RecurrenceForm = {
    frequency: rule.frequency,
    interval: rule.interval,
    weekdays: rule.days.map(({ weekday }) => weekday),
    ...monthly,
    ends: endsOf(rule),
  };
  return ruleOfForm(form) === formatRule({ ...rule, weekStart: null }) ? form : undefined;
}

function monthOf({
  monthDays: days,
  positions,
}: Rule): Pick<RecurrenceForm, "monthDay" | "shortMonth"> | undefined {
  const last = days.at(-1);
  if (last === undefined) return undefined;
  if (last === -1) return { monthDay: "last", shortMonth: "last_day" };
  return { monthDay: last, shortMonth: positions.length > 0 || last <= shortestMonth ? "last_day" : "skip" };
}

function endsOf({ count, until }: Rule): RecurrenceForm["ends"] {
  if (count !== null) return { kind: "count", count };
  if (until === null) return { kind: "never" };
  return { kind: "until", until: until.slice(0, 8).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3") };
}
