import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyDay, isOpenAt, nextOpening, type SendingWindow } from "./sending-window";
import { wallMillisAt } from "./zone-clock";

const daytime = everyDay("09:00", "21:00");
const isoOf = (window: SendingWindow, from: string, zone: string) => {
  const opening = nextOpening(window, Date.parse(from), zone);
  return opening && new Date(opening.at).toISOString();
};

describe("a sending window", () => {
  it("lets through what falls into it, and moves the rest to its next opening", () => {
    expect(isoOf(daytime, "2026-11-28T10:00:00Z", "Europe/Istanbul")).toBe("2026-11-28T10:00:00.000Z");
    expect(isoOf(daytime, "2026-11-28T18:00:00Z", "Europe/Istanbul")).toBe("2026-11-29T06:00:00.000Z");
    expect(isoOf(daytime, "2026-11-28T05:59:59Z", "Europe/Istanbul")).toBe("2026-11-28T06:00:00.000Z");
    expect(isoOf(daytime, "2026-11-28T03:14:00Z", "Asia/Kathmandu")).toBe("2026-11-28T03:15:00.000Z");
  });

  it("leaves closed days out", () => {
    const weekend = { ...daytime, sat: null, sun: null };
    expect(isoOf(weekend, "2026-11-28T10:00:00Z", "Europe/Istanbul")).toBe("2026-11-30T06:00:00.000Z");
  });

  it("spans midnight", () => {
    const night = everyDay("22:00", "02:00");
    expect(isoOf(night, "2026-11-28T22:30:00Z", "Europe/Istanbul")).toBe("2026-11-28T22:30:00.000Z");
    expect(isoOf(night, "2026-11-28T23:00:00Z", "Europe/Istanbul")).toBe("2026-11-29T19:00:00.000Z");
    const fridayNight: SendingWindow = {
      ...everyDay("09:00", "10:00"),
      sat: null,
      fri: { from: "22:00", to: "02:00" },
    };
    expect(isoOf(fridayNight, "2026-11-27T22:30:00Z", "Europe/Istanbul")).toBe("2026-11-27T22:30:00.000Z");
  });

  it("does not open in an hour that the clocks skip", () => {
    const skipped = everyDay("02:15", "02:45");
    expect(isoOf(skipped, "2026-03-29T00:30:00Z", "Europe/Berlin")).toBe("2026-03-30T00:15:00.000Z");
    const partly = everyDay("02:30", "04:00");
    expect(isoOf(partly, "2026-03-29T00:30:00Z", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
  });

  it("opens for the second of two like hours when the first has passed", () => {
    const window = everyDay("02:45", "02:50");
    expect(isoOf(window, "2026-10-25T01:30:00Z", "Europe/Berlin")).toBe("2026-10-25T01:45:00.000Z");
  });

  it("never opens when every day is closed", () => {
    const closed = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null };
    expect(nextOpening(closed, Date.UTC(2026, 0, 1), "UTC")).toBeUndefined();
  });

  it("opens at the earliest moment that is inside, whatever the zone, the day and the span", () => {
    const minutes = fc.integer({ min: 0, max: 1_439 });
    const textOf = (value: number) =>
      `${String(Math.floor(value / 60)).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}`;
    const zones = [
      "Europe/Berlin",
      "America/New_York",
      "Europe/Istanbul",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
    ];
    const start = fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 11, 1) });
    fc.assert(
      fc.property(minutes, minutes, start, fc.constantFrom(...zones), (from, to, instant, zone) => {
        const window = everyDay(textOf(from), textOf(to));
        const opening = nextOpening(window, instant, zone);
        if (!opening) return false;
        const minuteOf = (at: number) => Math.floor((wallMillisAt(at, zone) % 86_400_000) / 60_000);
        const inside = (at: number) =>
          from < to ? minuteOf(at) >= from && minuteOf(at) < to : minuteOf(at) >= from || minuteOf(at) < to;
        if (!inside(opening.at) || opening.at < instant) return false;
        for (let at = instant; at < opening.at; at += 5 * 60_000) if (inside(at)) return false;
        return isOpenAt(window, opening.at, zone);
      }),
      { numRuns: 300 },
    );
  });
});
