import fc from "fast-check";
import { expect, it } from "vitest";
import { incrementalOf } from "./incremental";

it("says nothing without a holdout", () => {
  expect(incrementalOf({ people: 100, converted: 10 }, { people: 0, converted: 0 })).toBeNull();
  expect(incrementalOf({ people: 0, converted: 0 }, { people: 10, converted: 1 })).toBeNull();
});

it("gives Newcombe's interval: 56 of 70 against 48 of 80, as he published it", () => {
  const found = incrementalOf({ people: 70, converted: 56 }, { people: 80, converted: 48 });
  // 0.0524 to 0.3339 of 70.
  expect(found).toEqual({ conversions: 14, low: 4, high: 23, points: 20, isSignificant: true });
});

it("is unsure of a small holdout, and sure of the same shares in a large one", () => {
  expect(incrementalOf({ people: 90, converted: 9 }, { people: 10, converted: 0 })?.isSignificant).toBe(
    false,
  );
  expect(
    incrementalOf({ people: 9_000, converted: 900 }, { people: 1_000, converted: 50 })?.isSignificant,
  ).toBe(true);
});

it("holds the difference between its ends, whatever the arms", () => {
  const arm = fc
    .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([people, share]) => ({ people, converted: Math.floor(people * share) }));
  fc.assert(
    fc.property(arm, arm, (treated, holdout) => {
      const found = incrementalOf(treated, holdout);
      expect(found?.low).toBeLessThanOrEqual(found?.conversions ?? Number.NaN);
      expect(found?.high).toBeGreaterThanOrEqual(found?.conversions ?? Number.NaN);
    }),
  );
});
