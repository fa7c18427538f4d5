import { expect, it } from "vitest";
import { meetsAll } from "./property-condition";

it.each([
  ["", "lt", 5, false],
  [" ", "lt", 5, false],
  [true, "gte", 1, false],
  [null, "lt", 5, false],
  [["3"], "lt", 5, true],
  ["4.5", "lt", "5", true],
  [5, "lte", 5, true],
  ["five", "lt", 6, false],
  [{ toString: "x" }, "contains", "x", false],
  [["basket", { toString: 1 }], "contains", "ask", true],
] as const)("%j is %s %j: %s", (total, operator, value, expected) => {
  expect(meetsAll({ total }, [{ property: "total", operator, value }])).toBe(expected);
});
