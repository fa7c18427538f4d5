/** What codes are made of: Crockford's 32 signs, none of which looks like another. */
export const codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Longest code, folded. */
export const codeCharsMax = 40;

/** Letters people type for a sign of the alphabet. */
const lookAlikes: Record<string, string> = { I: "1", L: "1", O: "0" };

/** Letters of Turkish that no decomposition turns into ASCII. */
const dotless: Record<string, string> = { ı: "I", İ: "I" };

/**
 * The key a code is looked up by, the same for every way of typing it: without case, accents, spaces and dashes, with look-alikes
 * as one sign (İNDİRİM-20, indirim20, ındırım 2O). Undefined when nothing, too much or another script remains. Never by locale.
 */
export function foldCode(text: string): string | undefined {
  if (text.length > 4 * codeCharsMax) return undefined;
  const plain = text
    .replace(/[ıİ]/g, (letter) => dotless[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[\p{M}\p{Z}\p{Cf}\p{Pd}\s_.\u2212]/gu, "")
    .toUpperCase()
    .replace(/[ILO]/g, (letter) => lookAlikes[letter] ?? letter);
  return /^[0-9A-Z]+$/.test(plain) && plain.length <= codeCharsMax ? plain : undefined;
}
