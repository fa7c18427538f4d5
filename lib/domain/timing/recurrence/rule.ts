import { type Weekday, weekdays as weekdayNames } from "../sending-window";

export const frequencies = ["daily", "weekly", "monthly", "yearly"] as const;

export type Frequency = (typeof frequencies)[number];

/** `nth`: the second Monday of a month is 2, the last one -1; null means every one. */
export type RuleDay = { weekday: Weekday; nth: number | null };

/** A recurrence rule of RFC 5545, without its first date: days, not hours, since a campaign has one time of day. */
export type Rule = {
  frequency: Frequency;
  interval: number;
  days: RuleDay[];
  /** 1 to 31, or -1 for the last day and so on. */
  monthDays: number[];
  months: number[];
  positions: number[];
  count: number | null;
  /** As written: `20261231`, or with a time `20261231T205959Z`. */
  until: string | null;
  weekStart: Weekday | null;
};

export type RuleProblem = { code: "invalid_rrule"; part: string };

const codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
export const occurrencesDefault = 5;
export const occurrencesMax = 50;

const ruleCharsMax = 500;
const intervalMax = 1_000;
const countMax = 10_000;

/** Reads `FREQ=WEEKLY;BYDAY=MO,TH`; what it does not know, or could not honour, is a problem that names the part. */
export function parseRule(text: string): Rule | RuleProblem {
  const body = text
    .trim()
    .replace(/^RRULE:/i, "")
    .toUpperCase();
  if (body.length === 0 || body.length > ruleCharsMax) return problem("FREQ");
  const parts = body.split(";").filter((part) => part !== "");
  const rule = { ...blank };
  const seen = new Set<string>();
  for (const part of parts) {
    const [name = "", value = ""] = part.split("=", 2);
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (!read || seen.has(name) || !read(rule, value)) return problem(name || part);
    seen.add(name);
  }
  if (!seen.has("FREQ")) return problem("FREQ");
  return findContradiction(rule) ?? rule;
}

export const isRuleProblem = (parsed: Rule | RuleProblem): parsed is RuleProblem => "code" in parsed;

export function findRuleProblem(text: string): RuleProblem | undefined {
  const parsed = parseRule(text);
  return isRuleProblem(parsed) ? parsed : undefined;
}

/** The rule as text; parsed again it is the same. */
export function formatRule(rule: Rule): string {
  const { frequency, interval, days, monthDays, months, positions, count, until, weekStart } = rule;
  const entries: [string, string | number | null | false][] = [
    ["FREQ", frequency.toUpperCase()],
    ["INTERVAL", interval > 1 && interval],
    ["BYMONTH", months.join(",")],
    ["BYMONTHDAY", monthDays.join(",")],
    ["BYDAY", days.map(({ weekday, nth }) => `${nth ?? ""}${codeOf(weekday)}`).join(",")],
    ["BYSETPOS", positions.join(",")],
    ["COUNT", count],
    ["UNTIL", until],
    ["WKST", weekStart && codeOf(weekStart)],
  ];
  return entries.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join(";");
}

export const blank: Rule = {
  frequency: "daily",
  interval: 1,
  days: [],
  monthDays: [],
  months: [],
  positions: [],
  count: null,
  until: null,
  weekStart: null,
};

const problem = (part: string): RuleProblem => ({ code: "invalid_rrule", part });

const codeOf = (weekday: Weekday): string => codes[weekdayNames.indexOf(weekday)] ?? "MO";

type Reader = (rule: Rule, value: string) => boolean;

const readers: Record<string, Reader> = {
  FREQ: (rule, value) => {
    const found = frequencies.find((frequency) => frequency.toUpperCase() === value);
    if (found) rule.frequency = found;
    return found !== undefined;
  },
  INTERVAL: (rule, value) => {
    rule.interval = numberIn(value, 1, intervalMax) ?? 0;
    return rule.interval > 0;
  },
  COUNT: (rule, value) => {
    rule.count = numberIn(value, 1, countMax) ?? null;
    return rule.count !== null;
  },
  UNTIL: (rule, value) => {
    rule.until = value;
    return isUntil(value);
  },
  BYDAY: (rule, value) => {
    const days = value.split(",").map(parseDay);
    rule.days = days.filter((day) => day !== undefined);
    return rule.days.length === days.length;
  },
  BYMONTHDAY: (rule, value) => fill(value, 31, true, (found) => (rule.monthDays = found)),
  BYMONTH: (rule, value) => fill(value, 12, false, (found) => (rule.months = found)),
  BYSETPOS: (rule, value) => fill(value, 366, true, (found) => (rule.positions = found)),
  WKST: (rule, value) => {
    rule.weekStart = weekdayNames[codes.indexOf(value)] ?? null;
    return rule.weekStart !== null;
  },
};

function fill(value: string, max: number, mayBeNegative: boolean, set: (found: number[]) => void): boolean {
  const numbers = value.split(",").map((text) => numberIn(text, mayBeNegative ? -max : 1, max) ?? 0);
  set(numbers);
  return numbers.every((number) => number !== 0);
}

function numberIn(text: string, min: number, max: number): number | undefined {
  if (!/^[+-]?\d{1,5}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}

function parseDay(text: string): RuleDay | undefined {
  const [, nth, code = ""] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text) ?? [];
  const weekday = weekdayNames[codes.indexOf(code)];
  if (!weekday) return undefined;
  if (nth === undefined) return { weekday, nth: null };
  const position = numberIn(nth, -53, 53);
  return position ? { weekday, nth: position } : undefined;
}

function isUntil(text: string): boolean {
  const [, year, month, day, rest = ""] = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(text) ?? [];
  if (!year) return false;
  const time = rest === "" ? "" : `${rest.slice(0, 3)}:${rest.slice(3, 5)}:${rest.slice(5, 7)}Z`;
  const date = new Date(`${year}-${month}-${day}${time}`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

/** What RFC 5545 forbids, and what would silently mean something else. */
function findContradiction(rule: Rule): RuleProblem | undefined {
  if (rule.count !== null && rule.until !== null) return problem("UNTIL");
  const hasNth = rule.days.some(({ nth }) => nth !== null);
  if (hasNth && (rule.frequency === "daily" || rule.frequency === "weekly")) return problem("BYDAY");
  if (rule.monthDays.length > 0 && rule.frequency === "weekly") return problem("BYMONTHDAY");
  const hasSet = rule.days.length + rule.monthDays.length + rule.months.length > 0;
  return rule.positions.length > 0 && !hasSet ? problem("BYSETPOS") : undefined;
}
