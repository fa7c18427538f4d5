import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeAlphabet, foldCode } from "../codes/fold-code";
import { type CodeDesign, defaultDesign, isMistyped, settleDesign, shapeOf } from "./code-design";
import { findGuessable, guessesPerHitMin, lettersNeeded, oddsOf } from "./code-odds";

const codesOf = (draft: Parameters<typeof settleDesign>[0]) =>
  settleDesign(draft).problems.map(({ code }) => code);
const letters = (length: number) =>
  fc.string({ unit: fc.constantFrom(...codeAlphabet), minLength: length, maxLength: length });

describe("the design of codes", () => {
  it("is four, four and three signs unless something else is said", () => {
    expect(shapeOf(defaultDesign)("7K3MZ0QW4T").code).toMatch(/^7K3M-Z0QW-4T[0-9A-Z]$/);
  });

  it("is read from a pattern, of which the last sign is the check letter", () => {
    const { design, problems } = settleDesign({ pattern: "bahar-####-####-###" });
    expect(problems).toEqual([]);
    expect(design).toMatchObject({ prefix: "BAHAR-", suffix: "", length: 10, groupSize: 4 });
    expect(shapeOf(design)("7K3MZ0QW4T").code).toMatch(/^BAHAR-7K3M-Z0QW-4T\w$/);
    const uneven = settleDesign({ pattern: "##-####-TR", hasCheckLetter: false }).design;
    expect(shapeOf(uneven)("7K3MZ0").code).toBe("7K-3MZ0-TR");
  });

  it.each([
    [{ pattern: "BAHAR" }, "invalid_pattern"],
    [{ pattern: "##-TR-##" }, "invalid_pattern"],
    [{ pattern: "##--##" }, "invalid_pattern"],
    [{ prefix: "-A" }, "invalid_affix"],
    [{ suffix: "ü!" }, "invalid_affix"],
    [{ alphabet: "ABCO" }, "invalid_alphabet"],
    [{ alphabet: "AAB" }, "invalid_alphabet"],
    [{ alphabet: "0123456789" }, "check_letter_needs_alphabet"],
    [{ length: 0 }, "invalid_length"],
    [{ length: 31 }, "invalid_length"],
    [{ groupSize: -1 }, "invalid_group_size"],
    [{ prefix: "A".repeat(35) }, "code_too_long"],
  ] as const)("%j is refused as %s", (draft, code) => {
    expect(codesOf(draft)).toContain(code);
  });

  it("means the same prefix in every language", () => {
    expect(settleDesign({ prefix: "indirim-" }).design.prefix).toBe("INDIRIM-");
    expect(settleDesign({ prefix: "İndırım-" }).design.prefix).toBe("INDIRIM-");
  });

  it("gives different keys to different letters, and the key is what people type folded", () => {
    const design: CodeDesign = { ...defaultDesign, prefix: "OIL-", suffix: "-X" };
    const shape = shapeOf(design);
    fc.assert(
      fc.property(letters(10), letters(10), (one, other) => {
        const { key, code } = shape(one);
        expect(foldCode(code)).toBe(key);
        expect(foldCode(code.toLowerCase())).toBe(key);
        expect(shape(other).key === key).toBe(one === other);
      }),
    );
  });

  it("tells a slip of the fingers without asking the server", () => {
    const design: CodeDesign = { ...defaultDesign, prefix: "BAHAR-" };
    const { code } = shapeOf(design)("7K3MZ0QW4T");
    expect(isMistyped(design, code.toLowerCase())).toBe(false);
    expect(isMistyped(design, code.replace("7", "8"))).toBe(true);
    expect(isMistyped(design, "SOMETHING")).toBe(false);
  });
});

describe("how hard a code is to guess", () => {
  it("is one in 1.1 billion for a million of the default, with next to no collisions", () => {
    const odds = oddsOf(defaultDesign, 1_000_000, 20_000_000);
    expect(odds.guessesPerHit / 1.1259e9).toBeCloseTo(1, 3);
    expect(odds.secondsPerHit / 86_400).toBeCloseTo(130.3, 0);
    expect(odds.collisionsExpected).toBeCloseTo(0.018, 2);
  });

  it("refuses weak designs and names the length that is enough", () => {
    expect(findGuessable(defaultDesign, 5_000_000)).toBeUndefined();
    const weak = { ...defaultDesign, length: 6 };
    expect(findGuessable(weak, 1_000_000)).toMatchObject({ pointer: "design.length", code: "guessable" });
    const enough = { ...weak, length: lettersNeeded(32, 1_000_000) };
    expect(oddsOf(enough, 1_000_000, 0).guessesPerHit).toBeGreaterThanOrEqual(guessesPerHitMin);
    expect(findGuessable({ ...enough, length: enough.length - 1 }, 1_000_000)).toBeDefined();
  });
});
