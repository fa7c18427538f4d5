"use client";

import { useFormatter } from "next-intl";
import { decimalsOf } from "@/lib/domain/coupons/performance/money";

export const toMajor = (minor: number, currency: string): number => minor / 10 ** decimalsOf(currency);

/** Writes minor units as an amount of their currency. */
export function useMoney() {
  const format = useFormatter();
  return (minor: number, currency: string): string =>
    format.number(toMajor(minor, currency), { style: "currency", currency, currencyDisplay: "narrowSymbol" });
}
