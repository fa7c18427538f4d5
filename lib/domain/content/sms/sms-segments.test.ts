import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldSmsText } from "./fold-sms-text";
import { smsSegments, smsUnitsOfThreeParts } from "./sms-segments";

const cartText =
  "Merhaba Ahmet, sepetinizdeki ürün tükeniyor! Son 3 adet kaldı, siparişinizi bugün tamamlayın ve fırsatı hiç kaçırmayın.";

describe("SMS segments", () => {
  it.each([
    ["", "gsm7", 0, 0],
    ["a".repeat(160), "gsm7", 160, 1],
    ["a".repeat(161), "gsm7", 161, 2],
    ["a".repeat(306), "gsm7", 306, 2],
    ["a".repeat(307), "gsm7", 307, 3],
    ["a".repeat(459), "gsm7", 459, 3],
    ["a".repeat(460), "gsm7", 460, 4],
    ["€".repeat(80), "gsm7", 160, 1],
    [`${"€".repeat(80)}a`, "gsm7", 161, 2],
    ["ş".repeat(70), "ucs2", 70, 1],
    ["ş".repeat(71), "ucs2", 71, 2],
    ["ş".repeat(134), "ucs2", 134, 2],
    ["ş".repeat(201), "ucs2", 201, 3],
    ["ş".repeat(202), "ucs2", 202, 4],
    ["👍".repeat(35), "ucs2", 70, 1],
    ["öüÖÜÇñéà@£", "gsm7", 10, 1],
    ["^{}\\[~]|€", "gsm7", 18, 1],
  ] as const)("counts %s", (text, encoding, units, segments) => {
    expect(smsSegments(text)).toMatchObject({ encoding, units, segments });
  });

  it("says what three parts hold", () => {
    expect(smsUnitsOfThreeParts).toEqual({ gsm7: 459, ucs2: 201 });
  });

  it("shows the Turkish letters that make a cart reminder cost two, and one without them", () => {
    const count = smsSegments(cartText);
    expect(count).toMatchObject({ encoding: "ucs2", segments: 2 });
    expect(count.unicodeCharacters.map(({ character }) => character)).toEqual(["ı", "ş", "ç"]);
    expect(cartText[count.unicodeCharacters[0]?.index ?? -1]).toBe("ı");
    expect(smsSegments(foldSmsText(cartText))).toMatchObject({ encoding: "gsm7", segments: 1 });
  });

  it("never splits an escape pair or a surrogate pair", () => {
    const escaped = smsSegments(`${"a".repeat(152)}€${"b".repeat(20)}`);
    expect(escaped.parts[0]).toBe("a".repeat(152));
    const emoji = smsSegments(`${"ş".repeat(66)}👍${"ş".repeat(10)}`);
    expect(emoji.parts[0]).toBe("ş".repeat(66));
  });

  it("counts an emoji family as one character and a decomposed letter as its composed form", () => {
    expect(smsSegments("👩‍👩‍👧‍👦").characters).toBe(1);
    expect(smsSegments("o\u0308")).toMatchObject({ encoding: "gsm7", units: 1 });
  });

  it("cuts without losing or adding a character, and no part is too long", () => {
    const text = fc.array(fc.constantFrom("a", "ş", "€", "👍", " ", "\n", "ü"), { maxLength: 700 });
    fc.assert(
      fc.property(text, (signs) => {
        const source = signs.join("");
        const count = smsSegments(source);
        expect(count.parts.join("")).toBe(source);
        expect(count.parts.length).toBe(count.segments);
        expect(count.unitsLeft).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("folding an SMS", () => {
  it("keeps what GSM-7 has and replaces what it lacks", () => {
    expect(foldSmsText("Çağrı İŞLEM “öğün” – 5₺…\u00a0âî")).toBe('Çagri ISLEM "ögün" - 5TL... ai');
  });

  it("leaves what has no near letter, so that nothing vanishes unseen", () => {
    expect(foldSmsText("👍 привет")).toBe("👍 привет");
  });

  it("changes nothing the second time", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(text, (source) => {
        const once = foldSmsText(source);
        expect(foldSmsText(once)).toBe(once);
      }),
    );
  });
});
