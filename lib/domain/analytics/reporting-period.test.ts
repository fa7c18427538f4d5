import { describe, expect, it } from "vitest";
import { reportingPeriod } from "./reporting-period";

const iso = (date: Date | undefined) => date?.toISOString();

describe("reporting periods", () => {
  it("begins the day at the workspace's midnight, wherever the server is", () => {
    const now = new Date("2026-11-20T22:30:00Z");
    const istanbul = reportingPeriod("today", "Europe/Istanbul", now);
    const newYork = reportingPeriod("today", "America/New_York", now);
    expect(iso(istanbul.from)).toBe("2026-11-20T21:00:00.000Z");
    expect(istanbul.buckets).toHaveLength(2);
    expect(iso(newYork.from)).toBe("2026-11-20T05:00:00.000Z");
    expect(newYork.buckets).toHaveLength(18);
  });

  it("compares with the same stretch of the period before", () => {
    const week = reportingPeriod("7d", "Europe/Istanbul", new Date("2026-11-20T12:00:00Z"));
    expect(week.buckets.map(iso)).toEqual([
      "2026-11-13T21:00:00.000Z",
      "2026-11-14T21:00:00.000Z",
      "2026-11-15T21:00:00.000Z",
      "2026-11-16T21:00:00.000Z",
      "2026-11-17T21:00:00.000Z",
      "2026-11-18T21:00:00.000Z",
      "2026-11-19T21:00:00.000Z",
    ]);
    expect([week.previousFrom, week.previousTo].map(iso)).toEqual([
      "2026-11-06T21:00:00.000Z",
      "2026-11-13T12:00:00.000Z",
    ]);
  });

  it("keeps midnights where they are when the clocks change", () => {
    const week = reportingPeriod("7d", "America/New_York", new Date("2026-11-04T15:00:00Z"));
    expect(week.buckets.map((day) => day.toISOString().slice(5, 16))).toEqual([
      "10-29T04:00",
      "10-30T04:00",
      "10-31T04:00",
      "11-01T04:00",
      "11-02T05:00",
      "11-03T05:00",
      "11-04T05:00",
    ]);
    const longDay = reportingPeriod("today", "America/New_York", new Date("2026-11-02T04:30:00Z"));
    expect(longDay.buckets).toHaveLength(25);
  });
});
