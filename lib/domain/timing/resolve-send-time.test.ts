import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MessageCategory } from "@/lib/domain/channels/channel";
import { hoursOfWeek } from "./best-time";
import { type FrequencyCap, findCapping } from "./frequency-cap";
import { plannedInstant, resolveSendTime, type TimedPerson, type TimingRules } from "./resolve-send-time";
import { everyDay, isOpenAt } from "./sending-window";

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
const istanbul: TimedPerson = {
  zone: { timeZone: "Europe/Istanbul", source: "profile" },
  bestTime: null,
  entries: [],
  draw: 0.5,
};
const now = at("2026-11-28T18:30:00Z"); // 21:30 in Istanbul, 13:30 in New York
const rules = (more: Partial<TimingRules> = {}): TimingRules => ({
  planned: { clock: "fixed", at: now },
  isBestTime: false,
  window: everyDay("09:00", "21:00"),
  unknownZone: "workspace",
  spreadMillis: 0,
  caps: [],
  expiresAt: null,
  ttlMillis: null,
  ...more,
});
const newYork: TimedPerson = { ...istanbul, zone: { timeZone: "America/New_York", source: "device" } };
const isoOf = (outcome: { at?: number }) => outcome.at && new Date(outcome.at).toISOString();
const wallTenOn28 = at("2026-11-28T10:00:00Z");

describe("when a message goes to a person", () => {
  it("is now for whom it is day, and the morning for whom it is night", () => {
    expect(isoOf(resolveSendTime(rules(), newYork, now))).toBe("2026-11-28T18:30:00.000Z");
    expect(isoOf(resolveSendTime(rules(), istanbul, now))).toBe("2026-11-29T06:00:00.000Z");
  });

  it("spreads who had to wait over the time after the opening", () => {
    const spread = rules({ spreadMillis: hour });
    expect(isoOf(resolveSendTime(spread, istanbul, now))).toBe("2026-11-29T06:30:00.000Z");
    expect(isoOf(resolveSendTime(spread, { ...istanbul, draw: 0 }, now))).toBe("2026-11-29T06:00:00.000Z");
    expect(isoOf(resolveSendTime(spread, newYork, now))).toBe("2026-11-28T18:30:00.000Z");
  });

  it.each([
    ["next_day", "2026-11-29T07:00:00.000Z"],
    ["now", "2026-11-28T18:30:00.000Z"],
    ["skip", undefined],
  ] as const)("for a zone that is past the planned time: %s", (whenPast, expected) => {
    const planned = { clock: "recipient", wall: wallTenOn28, whenPast } as const;
    const outcome = resolveSendTime(rules({ planned, window: null }), istanbul, now);
    expect(isoOf(outcome)).toBe(expected);
    if (!expected) expect(outcome.skip).toBe("zone_passed");
  });

  it("waits for the planned time on the person's own clock", () => {
    const planned = { clock: "recipient", wall: at("2026-11-28T18:00:00Z"), whenPast: "skip" } as const;
    expect(isoOf(resolveSendTime(rules({ planned }), newYork, now))).toBe("2026-11-28T23:00:00.000Z");
  });

  it.each([
    // An hour later by its clock than two days before, though two days have not quite passed.
    ["2026-03-28T12:33:38Z", "2026-03-30T11:33:37Z", "2026-03-31T10:33:38.000Z"],
    ["2026-10-24T12:30:00Z", "2026-10-26T11:29:00Z", "2026-10-26T11:30:00.000Z"],
    ["2026-10-24T12:30:00Z", "2026-10-26T11:31:00Z", "2026-10-27T11:30:00.000Z"],
  ])(
    "waits, across a change of the clocks, for the next time that the clock shows %s",
    (wall, moment, expected) => {
      const planned = { clock: "recipient" as const, wall: at(wall), whenPast: "next_day" as const };
      const person: TimedPerson = { ...istanbul, zone: { timeZone: "Europe/Berlin", source: "profile" } };
      expect(isoOf(resolveSendTime(rules({ planned, window: null }), person, at(moment)))).toBe(expected);
    },
  );

  it("leaves out whose zone nobody knows, where it is said to", () => {
    const unknown: TimedPerson = { ...istanbul, zone: { timeZone: "UTC", source: "workspace" } };
    expect(resolveSendTime(rules({ unknownZone: "skip" }), unknown, now).skip).toBe("unknown_zone");
    expect(isoOf(resolveSendTime(rules(), unknown, now))).toBe("2026-11-28T18:30:00.000Z");
  });

  it("never passes the expiry while it waits, and says so", () => {
    const outcome = resolveSendTime(rules({ expiresAt: now + 2 * hour }), istanbul, now);
    expect(outcome.skip).toBe("expired");
    expect(outcome.steps.map(({ rule }) => rule)).toEqual(["planned", "sending_window", "expiry"]);
  });

  it("names what took the place when a cap is full", () => {
    const cap: FrequencyCap = {
      id: "daily",
      limit: 1,
      period: { kind: "rolling", hours: 24 },
      channels: null,
      categories: ["marketing"],
      whenFull: "skip",
    };
    const person = {
      ...newYork,
      entries: [{ at: now - hour, runId: "run_b", channel: "sms" as const, category: "marketing" as const }],
    };
    const outcome = resolveSendTime(rules({ caps: [cap] }), person, now);
    expect(outcome.skip).toBe("frequency_cap");
    expect(outcome.steps.at(-1)?.detail).toMatchObject({ cap: "daily", lostTo: ["run_b"] });
    const deferred = resolveSendTime(rules({ caps: [{ ...cap, whenFull: "defer" }] }), person, now);
    expect(isoOf(deferred)).toBe("2026-11-29T17:30:00.000Z");
  });
});

const zones = ["Europe/Berlin", "America/New_York", "Europe/Istanbul", "Asia/Kathmandu"] as const;
const aroundClockChanges = fc.oneof(
  fc.integer({ min: at("2026-03-07T00:00:00Z"), max: at("2026-03-10T00:00:00Z") }),
  fc.integer({ min: at("2026-03-27T00:00:00Z"), max: at("2026-03-31T00:00:00Z") }),
  fc.integer({ min: at("2026-10-23T00:00:00Z"), max: at("2026-11-03T00:00:00Z") }),
);
const clockTime = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) =>
      `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`,
  );
const daySpan = fc.option(fc.record({ from: clockTime, to: clockTime }), { freq: 6 });
const sendingWindow = fc.option(
  fc.record({
    mon: daySpan,
    tue: daySpan,
    wed: daySpan,
    thu: daySpan,
    fri: daySpan,
    sat: daySpan,
    sun: daySpan,
  }),
  { freq: 8 },
);
const cap = fc.record({
  id: fc.constant("cap"),
  limit: fc.integer({ min: 1, max: 3 }),
  period: fc.oneof(
    fc.record({ kind: fc.constant("rolling" as const), hours: fc.integer({ min: 1, max: 100 }) }),
    fc.record({ kind: fc.constant("calendar" as const), unit: fc.constantFrom("day", "week", "month") }),
  ),
  channels: fc.constant(null),
  categories: fc.constant<MessageCategory[]>(["marketing"]),
  whenFull: fc.constantFrom("skip" as const, "defer" as const),
});
const draw = fc.integer({ min: 0, max: 999 }).map((part) => part / 1_000);
const weekHours = fc.option(
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: hoursOfWeek, maxLength: hoursOfWeek }),
);

const situation = aroundClockChanges.chain((instant) =>
  fc.record({
    now: fc.constant(instant),
    zone: fc.constantFrom(...zones),
    source: fc.constantFrom("profile" as const, "workspace" as const),
    planned: fc.oneof(
      fc.record({
        clock: fc.constant("fixed" as const),
        at: fc.integer({ min: instant - 30 * hour, max: instant + 90 * hour }),
      }),
      fc.record({
        clock: fc.constant("recipient" as const),
        wall: fc.integer({ min: instant - 60 * hour, max: instant + 90 * hour }),
        whenPast: fc.constantFrom("next_day" as const, "now" as const, "skip" as const),
      }),
    ),
    isBestTime: fc.boolean(),
    window: sendingWindow,
    unknownZone: fc.constantFrom("workspace" as const, "skip" as const),
    spreadMillis: fc.integer({ min: 0, max: 3 * hour }),
    caps: fc.array(cap, { maxLength: 3 }),
    expiresAt: fc.option(fc.integer({ min: instant - hour, max: instant + 200 * hour })),
    ttlMillis: fc.option(fc.integer({ min: 1, max: 100 * hour })),
    entries: fc.array(fc.integer({ min: instant - 100 * hour, max: instant + 100 * hour }), { maxLength: 8 }),
    preferredHour: fc.option(fc.integer({ min: 0, max: 23 })),
    person: weekHours,
    everybody: weekHours,
    draw,
  }),
);

it("never outside a window, never over a cap, never after expiry, never in the past: whatever the mix", () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { preferredHour, person, everybody, zone, source, entries: moments, ...ofRules } = given;
      const entries = moments.map(
        (moment) => ({ at: moment, runId: "other", channel: "sms", category: "marketing" }) as const,
      );
      const timed: TimedPerson = {
        zone: { timeZone: zone, source },
        bestTime: { preferredHour, person, everybody, draw: given.draw },
        entries,
        draw: given.draw,
      };
      const outcome = resolveSendTime(ofRules, timed, given.now);
      expect(resolveSendTime(ofRules, timed, given.now)).toEqual(outcome);
      if (outcome.skip) return;
      expect(outcome.at).toBeGreaterThanOrEqual(given.now);
      if (given.window) expect(isOpenAt(given.window, outcome.at, zone)).toBe(true);
      if (given.expiresAt !== null) expect(outcome.at).toBeLessThan(given.expiresAt);
      if (given.ttlMillis !== null) {
        const { resolved } = plannedInstant(given.planned, zone, given.now);
        expect(outcome.at).toBeLessThan(resolved + given.ttlMillis);
      }
      for (const one of given.caps) expect(findCapping(one, entries, outcome.at, zone)).toBeUndefined();
    }),
    { numRuns: 2_000 },
  );
});
