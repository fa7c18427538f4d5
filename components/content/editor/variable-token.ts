import type { TextRange } from "./insert-text";

/** An output that was begun and not yet ended: where its braces stand, and what was typed after them. */
export type VariableToken = { start: number; query: string };

/** One brace is enough in prose, if a name follows at once; in code it belongs to the code. */
const begun = {
  text: /(?:\{\{-?\s*|\{(?=\S|$))([^{}|%\n]{0,80})$/,
  code: /\{\{-?\s*([^{}|%\n]{0,80})$/,
};

export function variableTokenAt(
  value: string,
  caret: number,
  form: keyof typeof begun,
): VariableToken | undefined {
  const match = begun[form].exec(value.slice(Math.max(0, caret - 100), caret));
  return match ? { start: caret - match[0].length, query: match[1] ?? "" } : undefined;
}

/** The begun output with the rest of its name and its end, where they stand behind the caret already. */
export function rangeOfToken(value: string, { start }: VariableToken, caret: number): TextRange {
  const rest = /^[\p{L}\p{N}_.[\]"'-]*\s*-?\}{1,2}/u.exec(value.slice(caret, caret + 100));
  return { start, end: caret + (rest?.[0].length ?? 0) };
}
