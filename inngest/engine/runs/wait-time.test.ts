import { describe, expect, it } from "vitest";
import { parseRetryAfter, parseSleep, retryDelayMillis } from "./wait-time";

describe("waits", () => {
  it("reads the SDK's durations, dates and the empty wait", () => {
    expect(parseSleep("1w2d3h4m5s")).toEqual({ millis: 788_645_000 });
    expect(parseSleep("")).toEqual({ millis: 0 });
    expect(parseSleep("2026-11-20T10:00:00.000Z")).toEqual({ until: new Date("2026-11-20T10:00:00Z") });
    expect(() => parseSleep("soon")).toThrow("neither a duration nor a date");
  });

  it("keeps Retry-After between a second and a day, in seconds or as a date", () => {
    const now = new Date("2026-11-20T10:00:00Z");
    expect(parseRetryAfter("12", now)).toEqual({ millis: 12_000 });
    expect(parseRetryAfter("0", now)).toEqual({ millis: 1_000 });
    expect(parseRetryAfter("9999999", now)).toEqual({ millis: 86_400_000 });
    expect(parseRetryAfter("2026-11-20T10:01:00Z", now)).toEqual({ millis: 60_000 });
    expect([parseRetryAfter(undefined, now), parseRetryAfter("soon", now)]).toEqual([undefined, undefined]);
  });

  it("backs off along the schedule, repeats its end, and adds jitter", () => {
    const schedule = { retryDelaysMillis: [10, 20], retryJitterMillis: 4 };
    expect([0, 1, 2, 9].map((attempt) => retryDelayMillis(attempt, schedule, () => 0.5))).toEqual([
      12, 22, 22, 22,
    ]);
  });
});
