/** Languages of the dashboard, and of what we write to people ourselves. */
export const interfaceLocales = ["tr", "en"] as const;

export type InterfaceLocale = (typeof interfaceLocales)[number];

/** Each in itself, so that everybody finds their own. */
export const interfaceLocaleOptions: readonly { value: InterfaceLocale; label: string }[] = [
  { value: "tr", label: "Türkçe" },
  { value: "en", label: "English" },
];

/** The language of ours that a tag such as `tr-TR` means. */
export function findInterfaceLocale(tag: string | null | undefined): InterfaceLocale | undefined {
  const language = tag?.split(/[-_]/)[0]?.toLowerCase();
  return interfaceLocales.find((locale) => locale === language);
}

/** The language for somebody, whatever locale is stored for them. */
export const toInterfaceLocale = (tag: string | null | undefined): InterfaceLocale =>
  findInterfaceLocale(tag) ?? "en";

/** The language of ours that an `Accept-Language` header wants most. */
export function acceptedLocaleOf(header: string | null): InterfaceLocale {
  const wanted = (header ?? "").split(",").map(readWish);
  wanted.sort((left, right) => right.weight - left.weight);
  return wanted.find(({ locale, weight }) => locale && weight > 0)?.locale ?? "en";
}

function readWish(entry: string): { locale: InterfaceLocale | undefined; weight: number } {
  const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { locale: findInterfaceLocale(tag), weight: weight === undefined ? 1 : Number(weight) || 0 };
}
