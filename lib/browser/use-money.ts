"use client";

import { useFormatter } from "next-intl";

/** Writes an amount with its narrow symbol (₺1.234,50), in the reader's language. */
export function useMoney(): (amount: number, currency: string) => string {
  const format = useFormatter();
  return (amount, currency) =>
    format.number(amount, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
}
