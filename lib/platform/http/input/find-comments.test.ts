import { expect, it } from "vitest";
import { findComments } from "./find-comments";

it.each([
  ['{"a": 1}', []],
  ['{"a": "https://example.com"} // why', [1]],
  ['{\n"a": "\\"//", // why\n"b": 1\n// and\n}', [2, 4]],
  ['{ /* one\ntwo */ "a": 1 }\n// last', [1, 3]],
  ['{"a": "never closed // here\n} // there', [2]],
  ["/* never closed\n", [1]],
])("finds the lines on which a comment begins: %j", (text, lines) => {
  expect(findComments(text)).toEqual(lines);
});
