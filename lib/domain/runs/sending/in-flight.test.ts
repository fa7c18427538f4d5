import { describe, expect, it, vi } from "vitest";
import { InFlight } from "./in-flight";

describe("what a transport has under way", () => {
  const at = (utilization: number) => () => ({ utilization, idle: 0, active: 0 });
  /** Takes until somebody would have to wait, as often as a sender meets its limit. */
  function fill(inFlight: InFlight): void {
    while (inFlight.take() === undefined);
  }

  it("grows while the process waits for the network, up to what the transport carries", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const inFlight = new InFlight(1_000, at(0.1));
    for (let n = 0; n < 10; n += 1) {
      vi.advanceTimersByTime(30);
      fill(inFlight);
    }
    expect(inFlight.limit).toBe(1_000);
    vi.useRealTimers();
  });

  it("falls back while the process has no time left, and never below a start or what the transport carries", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    for (const [most, least] of [
      [1_000, 64],
      [5, 5],
    ] as const) {
      const inFlight = new InFlight(most, at(0.99));
      inFlight.limit = most;
      for (let n = 0; n < 40; n += 1) {
        vi.advanceTimersByTime(30);
        fill(inFlight);
        inFlight.free();
      }
      expect(inFlight.limit).toBe(least);
    }
    vi.useRealTimers();
  });

  it("falls to one when transactional messages come, grows again beside them, and comes back after them", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    let [isPreceded, utilization] = [false, 0.2];
    const inFlight = new InFlight(
      1_000,
      () => at(utilization)(),
      () => isPreceded,
    );
    const pass = () => {
      vi.advanceTimersByTime(30);
      fill(inFlight);
      inFlight.free();
    };
    for (let n = 0; n < 8; n += 1) pass();
    expect(inFlight.limit).toBe(1_000);
    isPreceded = true;
    pass();
    expect(inFlight.limit).toBe(1);
    pass();
    expect(inFlight.limit).toBe(2);
    utilization = 0.6;
    pass();
    expect(inFlight.limit).toBe(1);
    isPreceded = false;
    pass();
    expect(inFlight.limit).toBe(64);
    vi.useRealTimers();
  });

  it("never holds a transactional message back for a campaign's, and lets it in first where the transport is full", async () => {
    const inFlight = new InFlight(6, at(0.6), () => true);
    inFlight.limit = 2;
    const order: string[] = [];
    const enter = (name: string, isUrgent: boolean) =>
      (inFlight.take(isUrgent) ?? Promise.resolve()).then(() => order.push(name));
    const people = ["b1", "b2", "b3"].map((name) => enter(name, false));
    people.push(...["u1", "u2", "u3", "u4", "u5"].map((name) => enter(name, true)));
    await Promise.resolve();
    expect(order).toEqual(["b1", "b2", "u1", "u2", "u3", "u4"]);
    for (let n = 0; n < 7; n += 1) inFlight.free();
    await Promise.all(people);
    expect(order.slice(6)).toEqual(["u5", "b3"]);
  });

  it("lets nobody in above the limit, and everybody in the end, in their order", async () => {
    const inFlight = new InFlight(3, at(0.8));
    const order: number[] = [];
    const people = Array.from({ length: 10 }, async (_, n) => {
      await inFlight.take();
      order.push(n);
    });
    await Promise.resolve();
    expect(order).toEqual([0, 1, 2]);
    for (let n = 0; n < 10; n += 1) {
      inFlight.free();
      await Promise.resolve();
      await Promise.resolve();
    }
    await Promise.all(people);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
