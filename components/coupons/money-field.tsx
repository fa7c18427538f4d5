"use client";

import { NumberField } from "@/components/ui/forms/number-field";
import { fractionDigitsOf, toMajor, toMinor } from "@/lib/domain/coupons/money/money";

export type MoneyFieldProps = {
  /** In minor units. */
  value: number | null;
  onValueChange: (minor: number | null) => void;
  currency: string;
  placeholder?: string;
  disabled?: boolean;
};

/** An amount as people write it, kept in minor units. */
export function MoneyField({ value, onValueChange, currency, placeholder, disabled }: MoneyFieldProps) {
  const digits = fractionDigitsOf(currency);
  return (
    <NumberField
      // The number of digits belongs to the currency: another one starts over.
      key={currency}
      value={value === null ? null : toMajor(value, currency)}
      onValueChange={(major) => onValueChange(major === null ? null : toMinor(major, currency))}
      min={0}
      format={{
        style: "currency",
        currency,
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }}
      {...(placeholder ? { placeholder } : {})}
      {...(disabled === undefined ? {} : { disabled })}
    />
  );
}
