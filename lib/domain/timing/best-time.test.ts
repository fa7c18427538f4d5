import { describe, expect, it } from "vitest";
import { bestTimeWithin, explorationShare, hourOfWeek, hoursOfWeek, usualHours } from "./best-time";

const zone = "Europe/Istanbul";
const from = Date.parse("2026-11-30T06:00:00Z"); // Monday 09:00
const always = () => true;
const nobody = { preferredHour: null, person: null, everybody: null, draw: 0.9 };
const hours = (counts: Record<number, number>) =>
  Array.from({ length: hoursOfWeek }, (_, hour) => counts[hour] ?? 0);
const wall = (at: number) => new Date(at + 3 * 3_600_000).toISOString().slice(11, 16);

describe("the best time for a person", () => {
  it("is the hour that the person asked for, before anything that was learnt", () => {
    const clues = { ...nobody, preferredHour: 8, person: hours({ 20: 50 }) };
    const { at, basis } = bestTimeWithin(clues, from, zone, always);
    expect([wall(at), basis]).toEqual(["08:00", "preference"]);
  });

  it("is when the person mostly looks on that day of the week", () => {
    const { at, basis } = bestTimeWithin({ ...nobody, person: hours({ 20: 6, 40: 30 }) }, from, zone, always);
    expect([wall(at), basis]).toEqual(["20:00", "person"]);
  });

  it("is everybody's while little is known of the person", () => {
    const clues = { ...nobody, person: hours({ 10: 1 }), everybody: hours({ 10: 30, 19: 900 }) };
    const { at, basis } = bestTimeWithin(clues, from, zone, always);
    expect([wall(at), basis]).toEqual(["19:00", "everybody"]);
  });

  it("stays where it was planned when nothing is known", () => {
    expect(bestTimeWithin(nobody, from, zone, always)).toEqual({ at: from, basis: "none" });
  });

  it("waits for the morning where it is night for somebody of whom nothing is known", () => {
    const night = Date.parse("2026-11-30T00:19:00Z"); // 03:19
    const { at, basis } = bestTimeWithin(nobody, night, zone, always);
    expect([wall(at), basis]).toEqual(["09:00", "daytime"]);
    const early = (at: number) => wall(at) < "08:00";
    expect(bestTimeWithin(nobody, night, zone, early)).toEqual({ at: night, basis: "none" });
  });

  it("tries another hour for one person in ten, the same one each time", () => {
    const clues = { ...nobody, person: hours({ 20: 60 }) };
    const tried = bestTimeWithin({ ...clues, draw: explorationShare / 2 }, from, zone, always);
    expect(tried.basis).toBe("exploration");
    expect(bestTimeWithin({ ...clues, draw: explorationShare / 2 }, from, zone, always)).toEqual(tried);
  });

  it("is always one of the allowed hours", () => {
    const noon = (at: number) => wall(at) >= "12:00" && wall(at) < "14:00";
    const clues = { ...nobody, person: hours({ 20: 60 }), preferredHour: 20 };
    expect(wall(bestTimeWithin(clues, from, zone, noon).at)).toMatch(/^1[23]:00$/);
  });
});

it("the usual hours are the two in a row with most acts, and unknown while there are few", () => {
  expect(usualHours(hours({ 19: 4, 44: 9, 43: 3, 10: 5 }))).toEqual({ from: 19, to: 21 });
  expect(usualHours(hours({ 19: 2 }))).toBeUndefined();
  expect(hourOfWeek(Date.parse("2026-11-30T06:00:00Z"), zone)).toBe(9);
});
