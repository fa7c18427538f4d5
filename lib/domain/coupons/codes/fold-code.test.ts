import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeAlphabet, foldCode } from "./fold-code";

describe("the key of a code", () => {
  it("is the same for every way Turkish and English keyboards write it", () => {
    const ways = [
      "İNDİRİM20",
      "indirim20",
      "INDIRIM2O",
      "ındırım-20",
      " i̇ndi̇ri̇m 20 ",
      "ＩＮＤＩＲＩＭ２０",
      "INDIRIM–20",
      "İndirim_20",
    ];
    expect(new Set(ways.map(foldCode))).toEqual(new Set(["1ND1R1M20"]));
    expect(foldCode("ŞĞÇÖÜ-şğçöü")).toBe("SGC0USGC0U");
  });

  it("is refused when nothing, too much or another script is left", () => {
    for (const text of ["", " - ", "А1", "a'b", "x;--", "漢字", "A".repeat(41), "é".repeat(10_000)])
      expect(foldCode(text), text.slice(0, 20)).toBeUndefined();
  });

  it("stays as it is when folded again, and of a code of the alphabet keeps every sign", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const key = foldCode(text);
        if (key !== undefined) expect(foldCode(key)).toBe(key);
      }),
    );
    const code = fc.string({ unit: fc.constantFrom(...codeAlphabet), minLength: 1, maxLength: 40 });
    fc.assert(fc.property(code, (text) => void expect(foldCode(text.toLowerCase())).toBe(text)));
  });
});
