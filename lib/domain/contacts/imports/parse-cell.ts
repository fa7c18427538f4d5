import { instantOfWall } from "@/lib/domain/timing/zone-clock";
import { interfaceLocales } from "@/lib/domain/users/interface-locale";
import { foldText } from "../contact";

const isoDate = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const dayFirstDate = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;
const timeOfDay = /[T ]([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?$/;

/**
 * A calendar date as ISO, from `2026-11-20`, `20.11.2026`, `20/11/2026`, `20-11-2026` or `20.11.26`; a
 * time of day may follow it. Two digits name a year from now back to a century ago.
 */
export function parseDateCell(text: string, now = new Date()): string | undefined {
  const iso = isoDate.exec(text);
  const dayFirst = dayFirstDate.exec(text);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [fullYearOf(dayFirst?.[3] ?? "", now), Number(dayFirst?.[2]), Number(dayFirst?.[1])];
  if (!year || !month || !day || year < 1000) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

function fullYearOf(digits: string, now: Date): number {
  if (digits.length !== 2) return Number(digits);
  const thisYear = now.getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(digits);
  return year > thisYear ? year - 100 : year;
}

/** A date with its time of day, as clocks show it: `2026-11-20T14:31:00`. */
export function parseWallCell(text: string, now?: Date): string | undefined {
  const time = timeOfDay.exec(text);
  const day = time ? parseDateCell(text.slice(0, time.index), now) : undefined;
  if (!time || day === undefined) return undefined;
  const [, hour = "", minute = "", second = "00"] = time;
  return `${day}T${hour.padStart(2, "0")}:${minute}:${second}`;
}

/** A moment, from an ISO 8601 one with its offset, or from a day or a time of day on the clocks of the zone. */
export function parseMomentCell(text: string, timeZone: string, now: Date): Date | undefined {
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    const at = new Date(text.replace(" ", "T"));
    return Number.isNaN(at.getTime()) ? undefined : at;
  }
  const wall = parseWallCell(text, now) ?? (/[T ]/.test(text) ? undefined : parseDateCell(text, now));
  if (wall === undefined) return undefined;
  const shown = Date.parse(wall.includes("T") ? `${wall}Z` : `${wall}T00:00:00Z`);
  return new Date(instantOfWall(shown, timeZone));
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
export function parsePlainCell(text: string): string | number | boolean {
  if (text === "true") return true;
  if (text === "false") return false;
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text)) return Number(text);
  return text;
}
