import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pace } from "./pace";

describe("pace", () => {
  const rate = { intervalMillis: 1_000, toleranceMillis: 0 };

  it("lets one start at each interval, and tells the others their turns", () => {
    const pace = new Pace({ nowMillis: 5_000, onTimeAt: new Map() });
    expect([1, 2, 3].map(() => pace.start("k", rate))).toEqual([undefined, 6_000, 7_000]);
    expect(pace.changed).toEqual(new Map([["k", 6_000]]));
  });

  it("lets a whole burst start at once", () => {
    const pace = new Pace({ nowMillis: 5_000, onTimeAt: new Map() });
    const burst = { ...rate, toleranceMillis: 2_000 };
    expect([1, 2, 3, 4].map(() => pace.start("k", burst))).toEqual([undefined, undefined, undefined, 6_000]);
  });

  it("in any time never lets start more than the burst and what the rate allows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.integer({ min: 0, max: 2_500 }), { maxLength: 60 }),
        (extra, gaps) => {
          const burst = { intervalMillis: 1_000, toleranceMillis: extra * 1_000 };
          let nowMillis = 1_000_000;
          let onTimeAt: ReadonlyMap<string, number> = new Map();
          const starts: number[] = [];
          for (const gap of gaps) {
            nowMillis += gap;
            const pace = new Pace({ nowMillis, onTimeAt });
            if (pace.start("k", burst) === undefined) starts.push(nowMillis);
            onTimeAt = new Map([...onTimeAt, ...pace.changed]);
          }
          for (const [position, from] of starts.entries()) {
            const inWindow = starts.slice(position).filter((at) => at - from < 5_000).length;
            expect(inWindow).toBeLessThanOrEqual(5 + extra);
          }
        },
      ),
    );
  });
});
