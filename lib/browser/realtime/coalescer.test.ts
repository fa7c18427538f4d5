import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Coalescer } from "./coalescer";

describe("coalescing asks", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("does the first at once and all that follow as one, after the pause", async () => {
    const work = vi.fn();
    const { ask } = new Coalescer(work, 1_000);
    for (let n = 0; n < 10; n += 1) ask();
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(999);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it("never begins before the work at hand is done, and forgets no ask meanwhile, though it fails", async () => {
    const reads = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let begun = 0;
    const { ask } = new Coalescer(() => reads[begun++]?.promise, 1_000);
    ask();
    ask();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(begun).toBe(1);
    reads[0]?.reject(new Error("offline"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toBe(2);
  });

  it("does nothing more once it is stopped", async () => {
    const work = vi.fn();
    const coalescer = new Coalescer(work, 1_000);
    coalescer.ask();
    coalescer.ask();
    coalescer.stop();
    coalescer.ask();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
