import { useLocale } from "next-intl";

/** What the reader calls a language, by its tag; the tag itself where there is no name. */
export function useLanguageName(): (tag: string) => string {
  const names = new Intl.DisplayNames(useLocale(), { type: "language", fallback: "code" });
  return (tag) => names.of(tag) ?? tag;
}

/** What the reader calls a country, by its two letters; what is no country stays as it is. */
export function useCountryName(): (code: string) => string {
  const names = new Intl.DisplayNames(useLocale(), { type: "region", fallback: "code" });
  return (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
}
