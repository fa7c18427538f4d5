import { describe, expect, it } from "vitest";
import { Pool } from "./pool";

describe("a pool of places", () => {
  it("refuses whoever holds all it may, and leaves the rest to others", () => {
    const pool = new Pool({ max: 5, maxEach: 2 });
    expect(pool.take("one")).toBeDefined();
    expect(pool.take("one")).toBeDefined();
    expect(pool.take("one")).toBeUndefined();
    expect(pool.take("other")).toBeDefined();
  });

  it("refuses everybody when it is full", () => {
    const pool = new Pool({ max: 2, maxEach: 2 });
    pool.take("one");
    pool.take("two");
    expect(pool.take("three")).toBeUndefined();
  });

  it("gives a place that was freed to the next, and only once", () => {
    const pool = new Pool({ max: 2, maxEach: 1 });
    const free = pool.take("one");
    pool.take("two");
    free?.();
    free?.();
    expect(pool.take("one")).toBeDefined();
    expect(pool.take("three")).toBeUndefined();
  });
});
