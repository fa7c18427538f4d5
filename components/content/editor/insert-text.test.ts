import { expect, it } from "vitest";
import { insertAtCursor } from "./insert-text";

const control = (value: string, start: number, end = start) =>
  ({ value, selectionStart: start, selectionEnd: end }) as HTMLInputElement;

it("inserts at the cursor, in place of the brace that opened the list", () => {
  expect(insertAtCursor(control("Hello {, bye", 7), "{{ name }}")).toEqual({
    value: "Hello {{ name }}, bye",
    cursor: 16,
  });
});

it("replaces what is selected", () => {
  expect(insertAtCursor(control("Hello you!", 6, 9), "{{ name }}")).toEqual({
    value: "Hello {{ name }}!",
    cursor: 16,
  });
});
