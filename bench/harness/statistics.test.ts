import { describe, expect, it } from "vitest";
import { median, medianInterval, variation } from "./statistics";

describe("statistics of a comparison", () => {
  it("take the middle, between two where there is no one middle", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it("give the same interval for the same samples, around the median", () => {
    const samples = [0.6, 0.62, 0.58, 0.61, 0.63, 0.59, 0.6];
    const [low, high] = medianInterval(samples);
    expect(medianInterval(samples)).toEqual([low, high]);
    expect(low).toBeLessThanOrEqual(0.6);
    expect(high).toBeGreaterThanOrEqual(0.6);
  });

  it("know a quiet limit from a noisy one", () => {
    expect(variation([100, 101, 99])).toBeLessThan(0.01);
    expect(variation([100, 40, 190])).toBeGreaterThan(0.25);
  });
});
