import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { goFirst, isPreceded, pauseForPrecedence, standAside, withPrecedence } from "./precedence";

describe("bulk sending beside single messages", () => {
  let now = Date.now();
  beforeEach(() => {
    now += 60_000;
    vi.useFakeTimers({ now });
  });
  afterEach(() => vi.useRealTimers());

  /** Work that goes on until it is told to end. */
  function begin(run: typeof goFirst) {
    let end = () => {};
    const over = run(
      () =>
        new Promise<void>((done) => {
          end = done;
        }),
    );
    return async () => {
      end();
      await over;
    };
  }

  it("pauses while a message is on its way, and goes on soon after it", async () => {
    expect(pauseForPrecedence()).toBeUndefined();
    const end = begin(withPrecedence);
    let goesOn = false;
    void pauseForPrecedence()?.then(() => {
      goesOn = true;
    });
    await vi.advanceTimersByTimeAsync(20);
    expect(goesOn).toBe(false);
    await end();
    await vi.advanceTimersByTimeAsync(10);
    expect(goesOn).toBe(true);
    expect(pauseForPrecedence()).toBeUndefined();
    expect(isPreceded()).toBe(true);
  });

  it("does not wait for the engine's passes where no single message comes", async () => {
    const end = begin(goFirst);
    expect(pauseForPrecedence()).toBeUndefined();
    await end();
  });

  it("goes on while a message only waits for its provider's rate", async () => {
    let end = () => {};
    const over = withPrecedence(() => standAside(new Promise<void>((done) => (end = done))));
    await vi.advanceTimersByTimeAsync(0);
    expect(pauseForPrecedence()).toBeUndefined();
    expect(isPreceded()).toBe(true);
    end();
    await over;
  });

  it("has a third of the time where single messages never cease", async () => {
    const end = begin(withPrecedence);
    let runs = 0;
    for (let millis = 0; millis < 750; millis += 5) {
      const pause = pauseForPrecedence();
      if (pause === undefined) runs += 1;
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(runs).toBeGreaterThanOrEqual(40);
    expect(runs).toBeLessThanOrEqual(60);
    await end();
  });
});
