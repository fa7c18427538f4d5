import { orderMinorMax } from "../money/money";

const digitsOfKnown = new Map<string, number>();

/** How many decimals a currency has by ISO 4217: two for TRY, none for JPY, three for KWD. */
export function decimalsOf(currency: string): number {
  const known = digitsOfKnown.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsOfKnown.set(currency, digits);
  return digits;
}

const decimalPattern = /^(\d{1,16})(?:\.(\d{1,15}))?$/;

/**
 * Minor units of an amount as it was told: a whole number is minor units already, a text is a decimal in the currency
 * itself and is converted digit by digit. Undefined where it is neither, or finer than the currency, or more than an order can be.
 */
export function parseMinor(amount: unknown, currency: string): number | undefined {
  if (typeof amount === "number") return isMinor(amount) ? amount : undefined;
  const [, whole = "", fraction = ""] = decimalPattern.exec(String(amount)) ?? [];
  if (typeof amount !== "string" || whole === "") return undefined;
  const decimals = decimalsOf(currency);
  if (/[1-9]/.test(fraction.slice(decimals))) return undefined;
  const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  return isMinor(minor) ? minor : undefined;
}

const isMinor = (amount: number): boolean =>
  Number.isInteger(amount) && amount >= 0 && amount <= orderMinorMax;
