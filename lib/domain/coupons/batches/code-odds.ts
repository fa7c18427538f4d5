import type { InvalidParam } from "@/lib/platform/errors";
import type { CodeDesign } from "./code-design";

/** Fewer guesses than this for one live code, and the design is refused. */
export const guessesPerHitMin = 1_000_000;

/** A determined guesser who is not stopped. */
const guessesPerSecond = 100;

export type CodeOdds = {
  /** How many codes the design can make. */
  codeSpace: number;
  /** One guess in so many finds a code of this batch. */
  guessesPerHit: number;
  /** How long that takes at a hundred guesses a second. */
  secondsPerHit: number;
  /** Codes that will have to be replaced, because they exist already or come twice. */
  collisionsExpected: number;
};

export function oddsOf({ alphabet, length }: CodeDesign, quantity: number, existing: number): CodeOdds {
  const codeSpace = alphabet.length ** length;
  const guessesPerHit = codeSpace / quantity;
  return {
    codeSpace,
    guessesPerHit,
    secondsPerHit: guessesPerHit / guessesPerSecond,
    collisionsExpected: (quantity * existing) / codeSpace + quantity ** 2 / (2 * codeSpace),
  };
}

/** Why a design is too weak for that many codes; names the length that is enough. */
export function findGuessable(design: CodeDesign, quantity: number): InvalidParam | undefined {
  if (oddsOf(design, quantity, 0).guessesPerHit >= guessesPerHitMin) return undefined;
  const needed = lettersNeeded(design.alphabet.length, quantity);
  return {
    pointer: "design.length",
    code: "guessable",
    detail: `One guess in ${Math.floor(oddsOf(design, quantity, 0).guessesPerHit)} would find a code. Use at least ${needed} random letters for ${quantity} codes; a prefix does not help.`,
    values: { needed, quantity },
  };
}

export const lettersNeeded = (signs: number, quantity: number): number =>
  Math.ceil(Math.log(quantity * guessesPerHitMin) / Math.log(signs) - 1e-9);
