import { codeAlphabet } from "./fold-code";

/** x⁵ + x² + 1: its root α passes through all 31 numbers of GF(32) but zero. */
const polynomial = 0b100101;

const powers: readonly number[] = Array.from({ length: 31 }).reduce<number[]>((so) => {
  const next = (so.at(-1) ?? 0) << 1;
  return so.length === 0 ? [1] : [...so, next & 32 ? next ^ polynomial : next];
}, []);

const logs = new Map(powers.map((power, exponent) => [power, exponent]));

const weighted = (value: number, position: number): number => {
  const log = logs.get(value);
  return log === undefined ? 0 : (powers[(log + position + 1) % powers.length] ?? 0);
};

/**
 * The letter that makes a code of the alphabet whole: Σ αⁱ·xᵢ in GF(32). It finds every wrong letter and every two that changed
 * places up to 31 letters. A help for those who type, no protection.
 */
export function checkLetterOf(letters: string): string {
  let sum = 0;
  for (let position = 0; position < letters.length; position += 1) {
    const value = codeAlphabet.indexOf(letters.charAt(position));
    if (value < 0) throw new RangeError("A check letter is of the alphabet's letters.");
    sum ^= weighted(value, position);
  }
  return codeAlphabet.charAt(sum);
}

/** Whether the last letter is the check letter of the others. */
export const isWhole = (key: string): boolean =>
  key.length > 1 && checkLetterOf(key.slice(0, -1)) === key.slice(-1);
