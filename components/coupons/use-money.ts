import { type NumberFormatOptions, useFormatter } from "next-intl";
import { toMajor } from "@/lib/domain/coupons/money/money";
import { moneyFormat } from "@/lib/domain/coupons/offers/sentence/say-offer";

/** Minor units as the reader's language writes the currency. */
export function useMoney(): (minor: number, currency: string) => string {
  const format = useFormatter();
  return (minor, currency) =>
    format.number(toMajor(minor, currency), moneyFormat(currency, minor) as NumberFormatOptions);
}
