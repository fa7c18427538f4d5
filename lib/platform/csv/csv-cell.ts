import type { FormulaMode } from "./csv-dialect";

export const byteOrderMark = "\ufeff";

/** The wide forms too: spreadsheets in East Asian languages take them for the signs. */
const formulaStart = /^[=+\-@＝＋－＠\t\r\n]/;

/** A plus before nothing but digits is a number to every spreadsheet, and a phone to every other program. */
const plainNumber = /^\+\d+$/;

const beginsFormula = (text: string): boolean => formulaStart.test(text) && !plainNumber.test(text);

/**
 * What a spreadsheet would run as a formula gets an apostrophe before it, and so does what begins with an
 * apostrophe, so that `unescapeFormula` gives back exactly what was written.
 */
export const escapeFormula = (text: string): string =>
  beginsFormula(text) || text.startsWith("'") ? `'${text}` : text;

/** Undoes `escapeFormula`; a lone apostrophe before anything else is kept. */
export const unescapeFormula = (text: string): string =>
  text.startsWith("'") && (formulaStart.test(text.slice(1)) || text[1] === "'") ? text.slice(1) : text;

/** One line, quoted where it must be, ending as RFC 4180 wants. */
export const toCsvLine = (
  cells: readonly string[],
  delimiter: string,
  formulas: FormulaMode = "guarded",
): string => {
  const written = formulas === "guarded" ? cells.map(escapeFormula) : cells;
  return `${written.map((cell) => quote(cell, delimiter)).join(delimiter)}\r\n`;
};

function quote(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
