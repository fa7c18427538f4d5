import { defaultDesign } from "@/lib/domain/coupons/batches/code-design";
import { codeAlphabet } from "@/lib/domain/coupons/codes/fold-code";
import type { BatchInput } from "./api";

export const alphabets = {
  all: codeAlphabet,
  letters: codeAlphabet.replace(/\d/g, ""),
  digits: "0123456789",
} as const;

export type AlphabetName = keyof typeof alphabets;

/** What somebody has chosen so far. */
export type BatchDraft = {
  offerId: string | null;
  name: string;
  way: "parts" | "pattern";
  pattern: string;
  prefix: string;
  suffix: string;
  alphabet: AlphabetName;
  length: number;
  hasCheckLetter: boolean;
  groupSize: number;
  quantity: number;
  honeytokens: number;
};

const { prefix, suffix, length, hasCheckLetter, groupSize } = defaultDesign;

export const emptyDraft: BatchDraft = {
  ...{ prefix, suffix, length, hasCheckLetter, groupSize, alphabet: "all" },
  offerId: null,
  name: "",
  way: "parts",
  pattern: "BAHAR-####-####-###",
  quantity: 1_000,
  honeytokens: 0,
};

export function designOf(draft: BatchDraft): NonNullable<BatchInput["design"]> {
  const { way, pattern, prefix, suffix, length, groupSize } = draft;
  const alphabet = alphabets[draft.alphabet];
  // A check letter may be any of the 32 signs.
  const hasCheckLetter = draft.hasCheckLetter && draft.alphabet === "all";
  return way === "pattern"
    ? { pattern, alphabet, hasCheckLetter }
    : { prefix, suffix, alphabet, length, groupSize, hasCheckLetter };
}
