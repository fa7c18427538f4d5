import { interfaceLocales } from "@/lib/domain/users/interface-locale";
import { foldText } from "../contact";

/** A calendar date as ISO, from `2026-11-20`, `20.11.2026`, `20/11/2026` or `20-11-2026`. */
export function parseDateCell(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [Number(dayFirst?.[3]), Number(dayFirst?.[2]), Number(dayFirst?.[1])];
  if (!year || !month || !day || year < 1000) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/** A moment, from an ISO 8601 one with its offset or from a day, which begins in UTC. */
export function parseMomentCell(text: string): Date | undefined {
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    const at = new Date(text.replace(" ", "T"));
    return Number.isNaN(at.getTime()) ? undefined : at;
  }
  const day = parseDateCell(text);
  return day === undefined ? undefined : new Date(`${day}T00:00:00Z`);
}

/** An hour of the day, from `9`, `09`, `09:00` or `9.00`. */
export function parseHourCell(text: string): number | undefined {
  const hour = Number(/^(\d{1,2})([:.]00)?$/.exec(text)?.[1] ?? Number.NaN);
  return hour <= 23 ? hour : undefined;
}

const languageNames = namesOf("language", [
  "tr",
  "en",
  "de",
  "fr",
  "es",
  "it",
  "ru",
  "ar",
  "nl",
  "pt",
  "az",
  "fa",
  "uk",
  "el",
]);

/** A language tag, from one, from `tr_TR`, or from the language's name in Turkish or English. */
export function parseLocaleCell(text: string): string | undefined {
  const tag = text.replaceAll("_", "-");
  if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) {
    const [language = "", ...rest] = tag.split("-");
    const regions = rest.map((part) => (part.length === 2 ? part.toUpperCase() : part));
    const locale = [language.toLowerCase(), ...regions].join("-");
    if (rest.length > 0 || language.length === 2) return locale;
  }
  return languageNames.get(foldText(text));
}

const countryCodes = Array.from({ length: 26 * 26 }, (_, n) =>
  String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)),
);
const countryNames = namesOf("region", countryCodes);

/** ISO 3166-1 alpha-2, from the code in either case or the country's name in Turkish or English. */
export function parseCountryCell(text: string): string | undefined {
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
  return countryNames.get(foldText(text)) ?? otherCountryNames[foldText(text)];
}

const otherCountryNames: Record<string, string> = {
  turkey: "TR",
  usa: "US",
  abd: "US",
  uk: "GB",
  england: "GB",
  ingiltere: "GB",
  tur: "TR",
};

function namesOf(type: "language" | "region", codes: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const locale of interfaceLocales) {
    const display = new Intl.DisplayNames(locale, { type, fallback: "none" });
    for (const code of codes) {
      const name = display.of(code);
      if (name) names.set(foldText(name), code);
    }
  }
  return names;
}

/** A number or a truth where the text is plainly one; `007` and `+90…` stay text. */
export function parseAttributeCell(text: string): string | number | boolean {
  if (text === "true") return true;
  if (text === "false") return false;
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text)) return Number(text);
  return text;
}
