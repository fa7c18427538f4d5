import { describe, expect, it } from "vitest";
import { checkLetterOf, isWhole } from "./check-letter";
import { codeAlphabet } from "./fold-code";

const letters = "7K3MZ0QW4TA";
const code = letters + checkLetterOf(letters);

describe("the check letter", () => {
  it("finds every wrong letter", () => {
    expect(isWhole(code)).toBe(true);
    for (let at = 0; at < code.length; at += 1)
      for (const letter of codeAlphabet)
        expect(isWhole(code.slice(0, at) + letter + code.slice(at + 1))).toBe(letter === code.charAt(at));
  });

  it("finds every two letters that changed places", () => {
    for (let left = 0; left < code.length; left += 1)
      for (let right = left + 1; right < code.length; right += 1) {
        const swapped = [...code];
        [swapped[left], swapped[right]] = [code.charAt(right), code.charAt(left)];
        expect(isWhole(swapped.join(""))).toBe(code.charAt(left) === code.charAt(right));
      }
  });
});
