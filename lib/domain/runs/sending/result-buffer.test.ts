import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Results } from "@/db/queries/runs/record-results";
import type { PersonResult } from "./person-result";
import { ResultBuffer } from "./result-buffer";

describe("the results of a chunk", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const sent: PersonResult = {
    kind: "sent",
    contactId: "c",
    mayHaveArrived: false,
    deliveries: [],
    gone: [],
    optedOut: [],
  };

  /** How many people each write stored; a write ends when it is told to. */
  function open() {
    const written: number[] = [];
    const underWay: (() => void)[] = [];
    const buffer = new ResultBuffer(
      async ({ progress }: Results) => {
        await new Promise<void>((done) => underWay.push(done));
        written.push(progress.sent);
        return { runStatus: "sending", isStopped: false };
      },
      () => undefined,
    );
    const endWrite = async () => {
      underWay.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    };
    const drain = () => Promise.all([buffer.drain(), endWrite().then(endWrite)]);
    return { buffer, written, endWrite, drain };
  }

  it("are stored together while they come slowly, and none waits for long", async () => {
    const { buffer, written, endWrite, drain } = open();
    for (let n = 0; n < 200; n += 1) {
      buffer.add(sent);
      await vi.advanceTimersByTimeAsync(2);
      if (n % 3 === 2) await endWrite();
    }
    await drain();
    expect(written.reduce((sum, people) => sum + people, 0)).toBe(200);
    expect(written.length).toBeGreaterThan(3);
    expect(written.length).toBeLessThan(8);
  });

  it("are stored one write after the other while they come fast", async () => {
    const { buffer, written, endWrite, drain } = open();
    for (let n = 0; n < 1_000; n += 1) {
      buffer.add(sent);
      if (n % 20 === 19) await endWrite();
    }
    await drain();
    expect(written.reduce((sum, people) => sum + people, 0)).toBe(1_000);
    expect(written.length).toBeGreaterThan(5);
    expect(Math.max(...written)).toBeLessThan(200);
  });

  it("are all stored before the chunk ends, without a wait", async () => {
    const { buffer, written, drain } = open();
    buffer.add(sent);
    await drain();
    expect(written).toEqual([1]);
  });
});
