import fc from "fast-check";
import { expect, it } from "vitest";
import { spansOf } from "./hour-spans";

const hourMillis = 3_600_000;

it("holds every hour once, in few ranges", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 400_000, max: 500_000 })), (numbers) => {
      const hours = numbers.map((hour) => new Date(hour * hourMillis));
      const spans = spansOf(hours);
      expect(spans.length).toBeLessThanOrEqual(40);
      for (const hour of hours)
        expect(spans.filter(({ from, before }) => hour >= from && hour < before)).toHaveLength(1);
    }),
  );
});

it("leaves out what lies far between", () => {
  const at = (text: string) => new Date(text);
  expect(
    spansOf([at("2026-03-01T10:00:00Z"), at("2026-01-01T05:00:00Z"), at("2026-03-01T12:00:00Z")]),
  ).toEqual([
    { from: at("2026-01-01T05:00:00Z"), before: at("2026-01-01T06:00:00Z") },
    { from: at("2026-03-01T10:00:00Z"), before: at("2026-03-01T13:00:00Z") },
  ]);
});
