import type { InvalidParam } from "@/lib/platform/errors";
import { checkLetterOf, isWhole } from "../codes/check-letter";
import { codeAlphabet, codeCharsMax, foldCode } from "../codes/fold-code";

/** How the codes of a batch look: `prefix` + random letters [+ check letter] + `suffix`, shown in groups. */
export type CodeDesign = {
  /** Public, so it adds nothing against guessing. Folded it may hold any letter or digit. */
  prefix: string;
  suffix: string;
  /** Signs of `codeAlphabet` that the random part is drawn from. */
  alphabet: string;
  /** Random letters. */
  length: number;
  hasCheckLetter: boolean;
  /** Signs between two dashes of the random part and its check letter; 0 = no dashes. */
  groupSize: number;
  /** Sizes of the groups where they are not all alike. */
  groups?: number[] | undefined;
};

/** `####-####-###`: ten random letters and a check letter. */
export const defaultDesign: CodeDesign = {
  prefix: "",
  suffix: "",
  alphabet: codeAlphabet,
  length: 10,
  hasCheckLetter: true,
  groupSize: 4,
};

export const randomLettersMax = 30;

type Draft = Partial<CodeDesign> & { pattern?: string | undefined };

/** The design that was meant, or everything that is wrong with it. */
export function settleDesign(draft: Draft): { design: CodeDesign; problems: InvalidParam[] } {
  const { pattern, ...fields } = draft;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const base: CodeDesign = { ...defaultDesign, ...given };
  if (pattern === undefined) return checked(normalized(base));
  const parts = /^([^#]*)(#[#-]*#|#)([^#]*)$/.exec(pattern);
  if (!parts) return { design: base, problems: [problem("pattern", "invalid_pattern")] };
  const [, prefix = "", body = "", suffix = ""] = parts;
  const groups = body.split("-").map((group) => group.length);
  if (groups.includes(0)) return { design: base, problems: [problem("pattern", "invalid_pattern")] };
  const signs = groups.reduce((sum, size) => sum + size, 0);
  const length = signs - (base.hasCheckLetter ? 1 : 0);
  return checked(normalized({ ...base, prefix, suffix, length, ...groupingOf(groups) }));
}

function groupingOf(groups: number[]): Pick<CodeDesign, "groupSize" | "groups"> {
  const [first = 0] = groups;
  if (groups.length === 1) return { groupSize: 0 };
  const isEven = groups.every((size, at) => (at < groups.length - 1 ? size === first : size <= first));
  return isEven ? { groupSize: first } : { groupSize: first, groups };
}

/** Never by locale: `bahar-` and `BAHAR-` are the same in every language. */
const normalized = (design: CodeDesign): CodeDesign => ({
  ...design,
  prefix: plain(design.prefix),
  suffix: plain(design.suffix),
  alphabet: plain(design.alphabet),
});

const plain = (text: string): string =>
  text.replace(/[ıİ]/g, "I").normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();

function checked(design: CodeDesign): { design: CodeDesign; problems: InvalidParam[] } {
  const { prefix, suffix, alphabet, length, hasCheckLetter, groupSize } = design;
  const problems: InvalidParam[] = [];
  if (!/^([0-9A-Z][0-9A-Z-]*)?$/.test(prefix)) problems.push(problem("prefix", "invalid_affix"));
  if (!/^[0-9A-Z-]*$/.test(suffix)) problems.push(problem("suffix", "invalid_affix"));
  const isDrawn = [...alphabet].every((sign) => codeAlphabet.includes(sign));
  if (!isDrawn || new Set(alphabet).size !== alphabet.length || alphabet.length < 2)
    problems.push(problem("alphabet", "invalid_alphabet"));
  else if (hasCheckLetter && alphabet.length < codeAlphabet.length)
    problems.push(problem("has_check_letter", "check_letter_needs_alphabet"));
  if (!Number.isInteger(length) || length < 1 || length > randomLettersMax)
    problems.push(problem("length", "invalid_length"));
  if (!Number.isInteger(groupSize) || groupSize < 0 || groupSize > codeCharsMax)
    problems.push(problem("group_size", "invalid_group_size"));
  if (problems.length === 0 && keyLengthOf(design) > codeCharsMax)
    problems.push(problem("length", "code_too_long"));
  return { design, problems };
}

const affixKey = (affix: string): string => foldCode(affix) ?? "";

const keyLengthOf = ({ prefix, suffix, length, hasCheckLetter }: CodeDesign): number =>
  affixKey(prefix).length + length + (hasCheckLetter ? 1 : 0) + affixKey(suffix).length;

const sentences = {
  invalid_pattern:
    "Write the random letters as #, split only by dashes, with fixed text before or after: BAHAR-####-####-###.",
  invalid_affix: "Use A–Z, 0–9 and dashes, and begin with a letter or a digit.",
  invalid_alphabet: `Use at least two different signs of ${codeAlphabet}.`,
  check_letter_needs_alphabet:
    "A check letter may be any of the 32 signs. Use the whole alphabet, or no check letter.",
  invalid_length: `Use 1 to ${randomLettersMax} random letters.`,
  invalid_group_size: `Use 0 to ${codeCharsMax} letters a group; 0 = no dashes.`,
  code_too_long: `Without dashes a code has at most ${codeCharsMax} signs. Shorten the prefix or take fewer letters.`,
} as const;

function problem(field: string, code: keyof typeof sentences): InvalidParam {
  return { pointer: `design.${field}`, code, detail: sentences[code] };
}

export type CodeShape = (letters: string) => { key: string; code: string };

/** Random letters to a whole code. What is folded is worked out once: there may be millions. */
export function shapeOf(design: CodeDesign): CodeShape {
  const { prefix, suffix, hasCheckLetter } = design;
  const [head, tail] = [affixKey(prefix), affixKey(suffix)];
  const cuts = cutsOf(design);
  return (letters) => {
    const body = hasCheckLetter ? letters + checkLetterOf(letters) : letters;
    let shown = prefix;
    for (let at = 0; at + 1 < cuts.length; at += 1)
      shown += (at > 0 ? "-" : "") + body.slice(cuts[at], cuts[at + 1]);
    return { key: head + body + tail, code: shown + suffix };
  };
}

function cutsOf({ length, hasCheckLetter, groupSize, groups }: CodeDesign): number[] {
  const signs = length + (hasCheckLetter ? 1 : 0);
  const cuts = [0];
  const sizes = groups?.values();
  while ((cuts.at(-1) ?? signs) < signs) {
    const size = sizes?.next().value ?? (groupSize || signs);
    cuts.push(Math.min(signs, (cuts.at(-1) ?? 0) + Math.max(1, size)));
  }
  return cuts;
}

/** Whether somebody who typed this made a slip: it has the form of the design, and its check letter is wrong. */
export function isMistyped(design: CodeDesign, typed: string): boolean {
  const key = foldCode(typed);
  if (!design.hasCheckLetter || key?.length !== keyLengthOf(design)) return false;
  const [head, tail] = [affixKey(design.prefix), affixKey(design.suffix)];
  if (!key.startsWith(head) || !key.endsWith(tail)) return false;
  const body = key.slice(head.length, key.length - tail.length);
  return [...body].some((sign) => !codeAlphabet.includes(sign)) || !isWhole(body);
}
