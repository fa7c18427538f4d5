import { describe, expect, it } from "vitest";
import { performancePeriod } from "./performance-period";

const at = (text: string) => new Date(text);

describe("periods of performance", () => {
  it("begins days at the workspace's midnight where that is no whole hour of UTC", () => {
    const period = performancePeriod({ range: "7d" }, "Asia/Kathmandu", at("2026-03-10T06:00:00Z"));
    expect(period.from).toEqual(at("2026-03-03T18:15:00Z"));
    expect(period.starts).toHaveLength(7);
    expect(period.starts.every((start) => start.toISOString().endsWith("18:15:00.000Z"))).toBe(true);
  });

  it("has 23 and 25 hours on the days on which the clocks change", () => {
    const day = (date: string, next: string) =>
      performancePeriod({ from: at(date), to: at(next), bucket: "hour" }, "Europe/Berlin", at(next)).starts;
    expect(day("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")).toHaveLength(23);
    expect(day("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")).toHaveLength(25);
  });

  it("holds the hour in which a campaign began, for its figures are kept by the hour", () => {
    const input = { from: at("2026-03-10T05:40:00Z"), to: at("2026-03-10T05:59:00Z") };
    expect(performancePeriod(input, "Europe/Istanbul", input.to)).toMatchObject({
      from: at("2026-03-10T05:00:00Z"),
      starts: [at("2026-03-10T05:00:00Z")],
    });
    const begun = { from: at("2026-03-10T05:40:00Z"), to: at("2026-03-10T06:10:00Z") };
    expect(performancePeriod(begun, "Asia/Kathmandu", begun.to).from).toEqual(at("2026-03-10T05:15:00Z"));
  });

  it("goes by the hour for two days and by the day beyond", () => {
    const now = at("2026-03-10T06:00:00Z");
    expect(performancePeriod({ range: "today" }, "UTC", now).bucket).toBe("hour");
    expect(performancePeriod({ range: "30d" }, "UTC", now)).toMatchObject({
      bucket: "day",
      from: at("2026-02-09T00:00:00Z"),
      previousTo: at("2026-02-08T06:00:00Z"),
    });
  });

  it.each([
    [{ to: at("2026-03-01T00:00:00Z") }, "from"],
    [{ from: at("2026-03-02T00:00:00Z"), to: at("2026-03-01T00:00:00Z") }, "to"],
    [{ from: at("2026-03-02T00:00:00Z"), range: "7d" as const }, "range"],
    [{ range: "90d" as const, bucket: "hour" as const }, "bucket"],
    [{ from: at("1990-01-01T00:00:00Z") }, "bucket"],
  ])("refuses %j by naming %s", (input, pointer) => {
    const refused = () => performancePeriod(input, "UTC", at("2026-03-10T06:00:00Z"));
    expect(refused).toThrow(
      expect.objectContaining({ details: { errors: [expect.objectContaining({ pointer })] } }),
    );
  });
});
