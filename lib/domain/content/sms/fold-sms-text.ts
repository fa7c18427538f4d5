import { septetsOf } from "./gsm-alphabet";

const replacements: Record<string, string> = {
  ç: "c",
  ğ: "g",
  Ğ: "G",
  ı: "i",
  İ: "I",
  ş: "s",
  Ş: "S",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "•": "-",
  "₺": "TL",
  "\t": " ",
};

/** Letters that GSM-7 lacks, by their nearest that it has; what has none (an emoji) stays. `ö ü Ö Ü Ç` need no change. */
export function foldSmsText(text: string): string {
  let folded = "";
  for (const sign of text.normalize("NFC")) folded += foldSign(sign);
  return folded;
}

function foldSign(sign: string): string {
  if (septetsOf(sign) !== undefined) return sign;
  const known = replacements[sign];
  if (known !== undefined) return known;
  if (/\p{Zs}/u.test(sign)) return " ";
  if (/\p{Cf}/u.test(sign) && sign !== "\u200d") return "";
  const base = sign.normalize("NFKD").replace(/\p{M}/gu, "");
  return base !== "" && [...base].every((letter) => septetsOf(letter) !== undefined) ? base : sign;
}

/** The same for a text with Liquid, whose variables and tags stay as written. */
export const foldSmsSource = (source: string): string =>
  source
    .split(/(\{\{.*?\}\}|\{%.*?%\})/s)
    .map((piece, index) => (index % 2 === 0 ? foldSmsText(piece) : piece))
    .join("");
