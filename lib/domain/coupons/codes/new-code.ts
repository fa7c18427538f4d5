import { randomFillSync } from "node:crypto";
import { checkLetterOf } from "./check-letter";
import { codeAlphabet } from "./fold-code";

const randomLetters = 10;
const groupSize = 4;

/** 50 random bits and a check letter, in groups such as `7K3M-Z0QW-4TB`. The alphabet has 32 signs, so the low five bits are unbiased. */
export function newCode(): string {
  const bytes = randomFillSync(new Uint8Array(randomLetters));
  const letters = Array.from(bytes, (byte) => codeAlphabet.charAt(byte & 31)).join("");
  const whole = letters + checkLetterOf(letters);
  return (whole.match(new RegExp(`.{1,${groupSize}}`, "g")) ?? []).join("-");
}
