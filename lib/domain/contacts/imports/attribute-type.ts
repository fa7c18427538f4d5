import { foldText } from "../contact";
import { findConsentWord } from "./consent-word";
import { parseDateCell, parseWallCell } from "./parse-cell";

/**
 * What the cells of an attribute's column are. `number` has a decimal point (1,250.50), `comma_number` a decimal comma
 * (1.250,50); a yes or no becomes a truth, a date its ISO form.
 */
export const attributeTypes = ["text", "number", "comma_number", "boolean", "date"] as const;

export type AttributeType = (typeof attributeTypes)[number];

/** What a sample says of its column; `isAmbiguous` when its numbers could be read both ways, such as 1.250. */
export type GuessedType = { type: AttributeType; isAmbiguous: boolean };

const plain = /^-?(0|[1-9]\d{0,14})$/;
const forms = {
  number: /^-?([1-9]\d{0,2}(,\d{3})+|0|[1-9]\d{0,14})(\.\d{1,15})?$/,
  comma_number: /^-?([1-9]\d{0,2}(\.\d{3})+|0|[1-9]\d{0,14})(,\d{1,15})?$/,
} as const;

type NumberType = keyof typeof forms;

/** A cell as the value of its attribute; undefined when it is not of the type. */
export function parseAttributeCell(text: string, type: AttributeType): string | number | boolean | undefined {
  switch (type) {
    case "text":
      return text;
    case "boolean": {
      const word = findConsentWord(text);
      return word && word === "granted";
    }
    case "date":
      return parseDate(text);
    default:
      return parseNumber(text, type);
  }
}

const isoMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function parseDate(text: string): string | undefined {
  if (isoMoment.test(text)) return Number.isNaN(Date.parse(text)) ? undefined : text;
  return parseWallCell(text) ?? (/[T ]/.test(text) ? undefined : parseDateCell(text));
}

function parseNumber(text: string, type: NumberType): number | undefined {
  if (!forms[type].test(text)) return undefined;
  const [whole = "", fraction] = text.split(type === "number" ? "." : /,(?=\d*$)/);
  const digits = whole.replace(type === "number" ? /,/g : /\./g, "");
  const value = Number(fraction === undefined ? digits : `${digits}.${fraction}`);
  return Number.isSafeInteger(Math.trunc(value)) ? value : undefined;
}

/**
 * The type that every cell of the sample has. Numbers that begin with a zero or a plus are names of things: they stay
 * text. Where all numbers can be read both ways, the separator of the file decides: who cuts columns with a semicolon
 * writes decimals with a comma.
 */
export function guessAttributeType(cells: readonly string[], delimiter: string): GuessedType {
  const said = cells.map((cell) => cell.trim()).filter(Boolean);
  const sure = (type: AttributeType): GuessedType => ({ type, isAmbiguous: false });
  if (said.length === 0) return sure("text");
  if (areTruths(said)) return sure("boolean");
  if (said.every((cell) => parseAttributeCell(cell, "date") !== undefined)) return sure("date");
  const fits = (type: NumberType) => said.every((cell) => parseNumber(cell, type) !== undefined);
  const [isPoint, isComma] = [fits("number"), fits("comma_number")];
  if (isPoint && isComma && said.every((cell) => plain.test(cell))) return sure("number");
  if (isPoint && isComma) return { type: delimiter === ";" ? "comma_number" : "number", isAmbiguous: true };
  if (isPoint) return sure("number");
  return sure(isComma ? "comma_number" : "text");
}

/** Words that mean yes or no by themselves, or short ones of which both occur: E and K are no such pair. */
function areTruths(said: readonly string[]): boolean {
  const words = new Set(said.map(foldText));
  if ([...words].every((word) => fullTruths.has(word))) return true;
  return pairs.some(([yes, no]) => words.size === 2 && words.has(yes) && words.has(no));
}

const fullTruths: ReadonlySet<string> = new Set(["true", "false", "yes", "no", "evet", "hayir"]);
const pairs = [
  ["e", "h"],
  ["var", "yok"],
  ["onayli", "onaysiz"],
] as const;
