import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Alarm } from "./alarm";

describe("an alarm", () => {
  const ring = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers();
    ring.mockClear();
  });
  afterEach(() => vi.useRealTimers());

  it("rings once, at the earliest of the moments it was set to", () => {
    const alarm = new Alarm(ring);
    for (const millis of [300, 100, 200, null]) alarm.setWithin(millis);
    vi.advanceTimersByTime(99);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it("can be set again once it has rung", () => {
    const alarm = new Alarm(ring);
    alarm.setWithin(100);
    vi.advanceTimersByTime(100);
    alarm.setWithin(500);
    vi.advanceTimersByTime(500);
    expect(ring).toHaveBeenCalledTimes(2);
  });

  it("once stopped leaves no timer behind, also when work that is under way sets it", () => {
    const alarm = new Alarm(ring);
    alarm.setWithin(100);
    alarm.stop();
    alarm.setWithin(3_600_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
