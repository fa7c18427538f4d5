import { expect, test } from "vitest";
import { instantOfWall, toInstant, toWallTime, wallMillisAt } from "./zone-clock";

const isoOf = (date: string, time: string, zone: string) => toInstant({ date, time }, zone)?.toISOString();

test("a wall-clock time is that time in its zone, in winter and in summer", () => {
  expect(isoOf("2026-11-27", "10:00", "Europe/Istanbul")).toBe("2026-11-27T07:00:00.000Z");
  expect(isoOf("2026-01-15", "10:00", "Europe/Berlin")).toBe("2026-01-15T09:00:00.000Z");
  expect(isoOf("2026-07-15", "10:00", "Europe/Berlin")).toBe("2026-07-15T08:00:00.000Z");
  expect(isoOf("2026-07-15", "10:00", "Asia/Kolkata")).toBe("2026-07-15T04:30:00.000Z");
});

test("a time that does not exist is taken later, one that exists twice as the first", () => {
  expect(isoOf("2026-03-29", "02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
  expect(isoOf("2026-10-25", "02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
});

test("an instant reads as its zone's wall clock", () => {
  expect(toWallTime(new Date("2026-12-31T22:15:00Z"), "Europe/Istanbul")).toEqual({
    date: "2027-01-01",
    time: "01:15",
  });
});

test("unfinished input is no time", () => {
  expect(toInstant({ date: "", time: "10:00" }, "UTC")).toBeUndefined();
});

test("every instant of a year reads and comes back as itself, but for the hour that a zone has twice", () => {
  const zones = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Istanbul",
  ];
  for (const zone of zones) {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 97 * 60_000) {
      const back = instantOfWall(wallMillisAt(at, zone), zone);
      expect(wallMillisAt(back, zone)).toBe(wallMillisAt(at, zone));
      expect(back).toBeLessThanOrEqual(at);
    }
  }
});
