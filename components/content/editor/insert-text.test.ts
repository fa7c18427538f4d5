import { expect, it } from "vitest";
import { rangeAtCursor } from "./insert-text";

const control = (value: string, selectionStart: number, selectionEnd = selectionStart) => ({
  value,
  selectionStart,
  selectionEnd,
});

it("takes the place of a brace that was typed before the menu was opened", () => {
  expect(rangeAtCursor(control("Hello {, bye", 7))).toEqual({ start: 6, end: 7 });
});

it("takes the place of what is selected", () => {
  expect(rangeAtCursor(control("Hello you!", 6, 9))).toEqual({ start: 6, end: 9 });
});
