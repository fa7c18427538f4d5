import { z } from "zod";
import { isCurrency } from "@/lib/domain/coupons/money/money";
import { durationDaysMax, durationMonthsMax, minorMax } from "@/lib/domain/coupons/plans/plan";

/** Source 001 writes 0 where there is no limit; inside and in answers that is null. */
export const zeroAsNull = (max: number, description: string) =>
  z
    .codec(z.number().int().min(0).max(max).nullable(), z.number().int().nullable(), {
      decode: (value) => (value === 0 ? null : value),
      encode: (value) => value,
    })
    .meta({ description });

export const termFields = {
  durationMonths: zeroAsNull(durationMonthsMax, "Null and 0: for ever, or as long as `duration_days` says."),
  durationDays: zeroAsNull(durationDaysMax, "Of trials, instead of months."),
};

export const minor = z
  .number()
  .int()
  .min(0)
  .max(minorMax)
  .meta({ description: "In minor units of the currency, such as kuruş or cents." });

export const currency = z
  .string()
  .refine(isCurrency, "An ISO 4217 currency such as TRY")
  .meta({ example: "TRY" });
