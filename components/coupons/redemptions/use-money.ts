import { useFormatter } from "next-intl";

/** How many digits a currency has behind the point: 2 for lira, none for yen. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Writes minor units as an amount of their currency. */
export function useMoney() {
  const format = useFormatter();
  return (minor: number, currency: string): string =>
    format.number(minor / 10 ** decimalsOf(currency), {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    });
}
