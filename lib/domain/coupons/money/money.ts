const digitsOfKnown = new Map<string, number>();

/** How many digits a currency has behind the point: two for lira, none for yen, three for the dinar of Kuwait. */
export function fractionDigitsOf(currency: string): number {
  const known = digitsOfKnown.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsOfKnown.set(currency, digits);
  return digits;
}

/** Kuruş to lira. */
export const toMajor = (minor: number, currency: string): number => minor / 10 ** fractionDigitsOf(currency);

/** Lira to kuruş, rounded to a whole one. */
export const toMinor = (major: number, currency: string): number =>
  Math.round(major * 10 ** fractionDigitsOf(currency));

const known = new Set(Intl.supportedValuesOf("currency"));

/** ISO 4217, as far as this machine knows it. The only rule of what a currency is. */
export const isCurrency = (code: unknown): code is string => typeof code === "string" && known.has(code);

/** Those that are offered first; any other may be used over the API. */
export const commonCurrencies = ["TRY", "EUR", "USD", "GBP", "JPY"] as const;

/** What one order may come to: so much that millions of them can still be added up in a bigint. */
export const orderMinorMax = 10_000_000_000_000;
