import { fractionDigitsOf, orderMinorMax } from "../money/money";

const decimalPattern = /^(\d{1,16})(?:\.(\d{1,15}))?$/;

/**
 * Minor units of an amount as it was told: a whole number is minor units already, a text is a decimal in the currency
 * itself and is converted digit by digit. Undefined where it is neither, or finer than the currency, or more than an order can be.
 */
export function parseMinor(amount: unknown, currency: string): number | undefined {
  if (typeof amount === "number") return isMinor(amount) ? amount : undefined;
  const [, whole = "", fraction = ""] = decimalPattern.exec(String(amount)) ?? [];
  if (typeof amount !== "string" || whole === "") return undefined;
  const decimals = fractionDigitsOf(currency);
  if (/[1-9]/.test(fraction.slice(decimals))) return undefined;
  const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  return isMinor(minor) ? minor : undefined;
}

const isMinor = (amount: number): boolean =>
  Number.isInteger(amount) && amount >= 0 && amount <= orderMinorMax;
