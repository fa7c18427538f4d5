import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { codeAlphabet } from "../codes/fold-code";
import { lettersOfBlock } from "./code-letters";

const secret = randomBytes(32);
const design = { alphabet: codeAlphabet, length: 10 };

it("are the same each time for the same secret, block and attempt, and others for every other", () => {
  const at = (block: number, attempt: number, key = secret) =>
    lettersOfBlock(key, { block, attempt }, design, 50);
  expect(at(3, 1)).toEqual(at(3, 1));
  const all = [at(3, 1), at(3, 0), at(4, 1), at(0, 3), at(3, 1, randomBytes(32))].flat();
  expect(new Set(all).size).toBe(all.length);
  expect(lettersOfBlock(secret, { block: 3, attempt: 1 }, design, 80).slice(0, 50)).toEqual(at(3, 1));
});

it.each(["0123456789", codeAlphabet.slice(0, 30), codeAlphabet, "AB"])(
  "have every sign of %s equally often",
  (alphabet) => {
    const count = 30_000;
    const text = lettersOfBlock(secret, { block: 1, attempt: 0 }, { alphabet, length: 10 }, count).join("");
    const expected = (count * 10) / alphabet.length;
    const chiSquare = [...alphabet].reduce(
      (sum, sign) => sum + (text.split(sign).length - 1 - expected) ** 2 / expected,
      0,
    );
    // Far beyond what chance gives; a bias by the rest of 256 would be thousands.
    expect(chiSquare).toBeLessThan(alphabet.length + 60);
    expect(new Set(text).size).toBe(alphabet.length);
  },
);
