import fc from "fast-check";
import { expect, it } from "vitest";
import { fractionDigitsOf, orderMinorMax } from "../money/money";
import { parseMinor } from "./money";

it.each([
  ["1299.90", "TRY", 129_990],
  ["1299.9", "TRY", 129_990],
  ["1299", "TRY", 129_900],
  ["0.07", "USD", 7],
  ["1500", "JPY", 1_500],
  ["1500.00", "JPY", 1_500],
  ["1.234", "KWD", 1_234],
  ["100000000000.00", "EUR", orderMinorMax],
  [129_990, "TRY", 129_990],
])("%s %s is %i of its smallest unit", (amount, currency, minor) => {
  expect(parseMinor(amount, currency)).toBe(minor);
});

it.each([
  ["1500.5", "JPY"],
  ["1.005", "TRY"],
  ["-1", "TRY"],
  ["1,50", "TRY"],
  ["1e3", "TRY"],
  ["", "TRY"],
  [12.5, "TRY"],
  [-1, "TRY"],
  ["100000000000.01", "EUR"],
  [orderMinorMax + 1, "EUR"],
  [null, "TRY"],
  [true, "TRY"],
])("%s %s is no amount", (amount, currency) => {
  expect(parseMinor(amount, currency)).toBeUndefined();
});

it("writes every amount of every currency as a decimal and reads back exactly the same", () => {
  fc.assert(
    fc.property(
      fc.nat(orderMinorMax),
      fc.constantFrom("TRY", "USD", "JPY", "KWD", "KRW"),
      (minor, currency) => {
        const decimals = fractionDigitsOf(currency);
        const digits = String(minor).padStart(decimals + 1, "0");
        const cut = digits.length - decimals;
        const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
        expect(parseMinor(text, currency)).toBe(minor);
      },
    ),
  );
});
