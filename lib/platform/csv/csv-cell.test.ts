import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeFormula, toCsvLine, unescapeFormula } from "./csv-cell";
import { delimiters } from "./csv-dialect";

const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc
    .tuple(
      fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'", "''", "'="),
      fc.string(),
    )
    .map(([a, b]) => a + b),
);

describe("cells of a CSV file", () => {
  it("never begin like a formula, whatever they hold, unless they are a plus and digits", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeFormula(text)).not.toMatch(/^(?!\+\d+$)[=+\-@＝＋－＠\t\r\n]/);
      }),
    );
    expect(escapeFormula("+905321234567")).toBe("+905321234567");
    for (const text of ["+90 532", "+1+1", "+A1", "+1\n", "＋90"])
      expect(escapeFormula(text)).toBe(`'${text}`);
  });

  it("come back as they were, through any delimiter", () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(...delimiters),
        (cells, delimiter) => {
          const [row] = parse(toCsvLine(cells, delimiter), {
            delimiter,
            record_delimiter: "\r\n",
          }) as string[][];
          expect(row?.map(unescapeFormula)).toEqual(cells);
        },
      ),
    );
  });

  it("keep an apostrophe that guards nothing", () => {
    expect(unescapeFormula("'tis")).toBe("'tis");
    expect(unescapeFormula("'+905321234567")).toBe("+905321234567");
  });
});
