import { countGraphemes } from "../graphemes";
import { septetsOf } from "./gsm-alphabet";

export const smsCharactersMax = 480;

/** Units of one message alone, and of each part of a longer one. */
const capacity = {
  gsm7: { single: 160, part: 153 },
  ucs2: { single: 70, part: 67 },
} as const;

/** What three parts hold: 459 in GSM-7, 201 in Unicode. */
export const smsUnitsOfThreeParts = { gsm7: capacity.gsm7.part * 3, ucs2: capacity.ucs2.part * 3 } as const;

export type SmsCount = {
  encoding: keyof typeof capacity;
  /** As a reader counts them; the hard cap applies to these. */
  characters: number;
  /** Septets or UTF-16 units: what is billed. */
  units: number;
  segments: number;
  unitsPerSegment: number;
  /** Room in the last part. */
  unitsLeft: number;
  /** The text as it is cut. */
  parts: string[];
  /** Each character that forces Unicode, once, where it first stands in the text. */
  unicodeCharacters: { character: string; index: number }[];
};

/** How an SMS is encoded, cut and billed. Escape pairs and surrogate pairs are never split. */
export function smsSegments(source: string): SmsCount {
  const text = source.normalize("NFC");
  const unicodeCharacters = findUnicodeCharacters(text);
  const encoding = unicodeCharacters.length > 0 ? "ucs2" : "gsm7";
  const unitsOf =
    encoding === "gsm7" ? (sign: string) => septetsOf(sign) ?? 1 : (sign: string) => sign.length;
  const units = [...text].reduce((sum, sign) => sum + unitsOf(sign), 0);
  const { single, part } = capacity[encoding];
  const unitsPerSegment = units <= single ? single : part;
  const { parts, unitsInLast } = cut(text, unitsPerSegment, unitsOf);
  return {
    encoding,
    characters: countGraphemes(text),
    units,
    segments: parts.length,
    unitsPerSegment,
    unitsLeft: parts.length === 0 ? single : unitsPerSegment - unitsInLast,
    parts,
    unicodeCharacters,
  };
}

function findUnicodeCharacters(text: string): SmsCount["unicodeCharacters"] {
  const found = new Map<string, number>();
  let index = 0;
  for (const character of text) {
    if (septetsOf(character) === undefined && !found.has(character)) found.set(character, index);
    index += character.length;
  }
  return [...found].map(([character, at]) => ({ character, index: at }));
}

function cut(text: string, size: number, unitsOf: (sign: string) => number) {
  const parts: string[] = [];
  let unitsInLast = size;
  for (const sign of text) {
    const units = unitsOf(sign);
    if (unitsInLast + units > size) {
      parts.push("");
      unitsInLast = 0;
    }
    parts[parts.length - 1] += sign;
    unitsInLast += units;
  }
  return { parts, unitsInLast };
}
