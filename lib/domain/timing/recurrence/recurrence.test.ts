import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekdays } from "../sending-window";
import { type Occurrence, occurrencesAfter } from "./occurrences";
import { formOfRule, type RecurrenceForm, ruleOfForm } from "./recurrence-form";
import { formatRule, isRuleProblem, parseRule } from "./rule";

const next = (
  rrule: string,
  date: string,
  time: string,
  zone: string,
  after: string,
  exceptDates: string[] = [],
) => occurrencesAfter({ rrule, start: { date, time }, exceptDates }, zone, new Date(after), 5);
const isoOf = (found: Occurrence[]) => found.map(({ at }) => at.toISOString());
const wallOf = (found: Occurrence[]) => found.map(({ wall }) => `${wall.date} ${wall.time}`);

describe("the end of time", () => {
  it.each(["Pacific/Apia", "Europe/Istanbul", "America/New_York"])(
    "is an end like any other in %s",
    (zone) => {
      const found = next(
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "2026-12-01",
        "02:30",
        zone,
        "2026-12-01T00:00:00Z",
      );
      expect(found).toHaveLength(5);
    },
  );

  it("is 2200, whatever the rule says", () => {
    const found = next("FREQ=YEARLY;INTERVAL=100", "2026-12-01", "02:30", "UTC", "2026-11-30T00:00:00Z");
    expect(wallOf(found)).toEqual(["2026-12-01 02:30", "2126-12-01 02:30"]);
  });
});

it("a number of occurrences changes none of those before its end", () => {
  const rule = "FREQ=WEEKLY;BYDAY=MO,TU,FR;BYSETPOS=-1,1";
  const from = (text: string) =>
    wallOf(next(text, "2026-01-05", "02:30", "Europe/Berlin", "2026-03-20T00:00:00Z", ["2026-03-27"]));
  expect(from(`${rule};COUNT=200`)).toEqual(from(rule));
  expect(from(`${rule};COUNT=24`)).toEqual(from(rule).slice(0, 2));
});

describe("a rule", () => {
  it.each([
    "FREQ=DAILY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1;UNTIL=20291231",
    "FREQ=DAILY;COUNT=10;WKST=SU",
  ])("%s reads and writes itself", (text) => {
    const rule = parseRule(text);
    expect(!isRuleProblem(rule) && formatRule(rule)).toBe(text);
  });

  it.each([
    ["", "FREQ"],
    ["BYDAY=MO", "FREQ"],
    ["FREQ=HOURLY", "FREQ"],
    ["FREQ=DAILY;BYHOUR=9", "BYHOUR"],
    ["FREQ=DAILY;INTERVAL=0", "INTERVAL"],
    ["FREQ=DAILY;BYDAY=XX", "BYDAY"],
    ["FREQ=WEEKLY;BYDAY=2MO", "BYDAY"],
    ["FREQ=DAILY;COUNT=2;UNTIL=20270101", "UNTIL"],
    ["FREQ=DAILY;UNTIL=20270231", "UNTIL"],
    ["FREQ=DAILY;FREQ=WEEKLY", "FREQ"],
    ["FREQ=DAILY;CONSTRUCTOR=1", "CONSTRUCTOR"],
    ["FREQ=DAILY;BYSETPOS=1", "BYSETPOS"],
  ])("%j is refused by the part %s", (text, part) => {
    expect(parseRule(text)).toEqual({ code: "invalid_rrule", part });
  });
});

describe("occurrences", () => {
  it("keep their time of day over a change of the clocks", () => {
    const found = next(
      "FREQ=WEEKLY;BYDAY=MO",
      "2026-10-12",
      "10:00",
      "Europe/Berlin",
      "2026-10-15T00:00:00Z",
    );
    expect(isoOf(found).slice(0, 2)).toEqual(["2026-10-19T08:00:00.000Z", "2026-10-26T09:00:00.000Z"]);
  });

  it("are not lost in the hour that the clocks skip, nor doubled in the one they have twice", () => {
    const spring = next("FREQ=DAILY", "2026-03-27", "02:30", "Europe/Berlin", "2026-03-28T02:00:00Z");
    expect(isoOf(spring).slice(0, 2)).toEqual(["2026-03-29T01:30:00.000Z", "2026-03-30T00:30:00.000Z"]);
    expect(spring.map(({ clockChange }) => clockChange).slice(0, 2)).toEqual(["skipped", null]);
    const autumn = next("FREQ=DAILY", "2026-10-24", "01:30", "America/New_York", "2026-10-31T12:00:00Z");
    expect(isoOf(autumn).slice(0, 2)).toEqual(["2026-11-01T05:30:00.000Z", "2026-11-02T06:30:00.000Z"]);
    expect(autumn[0]?.clockChange).toBe("twice");
  });

  it("on the 31st fall on the last day of shorter months, or leave them out", () => {
    const monthly: RecurrenceForm = {
      frequency: "monthly",
      interval: 1,
      weekdays: [],
      monthDay: 31,
      shortMonth: "last_day",
      ends: { kind: "never" },
    };
    const dates = (form: RecurrenceForm) =>
      wallOf(next(ruleOfForm(form), "2026-01-31", "10:00", "Europe/Istanbul", "2026-02-01T00:00:00Z")).map(
        (text) => text.slice(5, 10),
      );
    expect(dates(monthly)).toEqual(["02-28", "03-31", "04-30", "05-31", "06-30"]);
    expect(dates({ ...monthly, shortMonth: "skip" })).toEqual(["03-31", "05-31", "07-31", "08-31", "10-31"]);
    expect(dates({ ...monthly, monthDay: "last" })).toEqual(["02-28", "03-31", "04-30", "05-31", "06-30"]);
  });

  it("end with the count, and with the last day that UNTIL names, in the zone", () => {
    const counted = next(
      "FREQ=DAILY;COUNT=3",
      "2026-12-01",
      "10:00",
      "Europe/Istanbul",
      "2026-12-01T12:00:00Z",
    );
    expect(wallOf(counted)).toEqual(["2026-12-02 10:00", "2026-12-03 10:00"]);
    const until = next(
      "FREQ=DAILY;UNTIL=20261203",
      "2026-12-01",
      "23:30",
      "Asia/Kathmandu",
      "2026-12-01T00:00:00Z",
    );
    expect(wallOf(until).at(-1)).toBe("2026-12-03 23:30");
    const instant = next(
      "FREQ=DAILY;UNTIL=20261202T070000Z",
      "2026-12-01",
      "10:00",
      "Europe/Istanbul",
      "2026-12-01T00:00:00Z",
    );
    expect(wallOf(instant)).toEqual(["2026-12-01 10:00", "2026-12-02 10:00"]);
  });

  it("leave out the dates that are excepted", () => {
    const found = next("FREQ=DAILY", "2026-12-24", "10:00", "UTC", "2026-12-24T00:00:00Z", ["2026-12-25"]);
    expect(wallOf(found).slice(0, 2)).toEqual(["2026-12-24 10:00", "2026-12-26 10:00"]);
  });

  it("of a rule that no day meets are none", () => {
    expect(
      next("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", "10:00", "UTC", "2026-01-01T00:00:00Z"),
    ).toEqual([]);
  });
});

it("whatever is chosen in the form is found again in its rule", () => {
  const form: fc.Arbitrary<RecurrenceForm> = fc
    .record({
      frequency: fc.constantFrom("daily", "weekly", "monthly", "yearly"),
      interval: fc.integer({ min: 1, max: 99 }),
      weekdays: fc.subarray([...weekdays], { minLength: 1 }),
      monthDay: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant("last" as const)),
      shortMonth: fc.constantFrom("last_day", "skip"),
      ends: fc.oneof(
        fc.constant({ kind: "never" as const }),
        fc.integer({ min: 1, max: 500 }).map((count) => ({ kind: "count" as const, count })),
        fc.constant({ kind: "until" as const, until: "2027-05-31" }),
      ),
    })
    .map((given) => given as RecurrenceForm);
  fc.assert(
    fc.property(form, (given) => {
      const rule = ruleOfForm(given);
      const found = formOfRule(rule);
      expect(found && ruleOfForm(found)).toBe(rule);
    }),
  );
});
