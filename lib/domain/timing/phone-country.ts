import { parsePhoneNumberFromString } from "libphonenumber-js";

const prefixChars = 9;
const knownMax = 10_000;
const known = new Map<string, string | null>();

/** ISO 3166-1 country of a number in E.164; its first digits decide, so that each is looked up once. */
export function countryOfPhone(number: string): string | null {
  const prefix = number.slice(0, prefixChars);
  const found = known.get(prefix);
  if (found !== undefined) return found;
  const country = parsePhoneNumberFromString(number)?.country ?? null;
  if (known.size < knownMax) known.set(prefix, country);
  return country;
}
