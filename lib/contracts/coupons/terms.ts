import { z } from "zod";
import type { OfferKind } from "@/lib/domain/coupons/offers/offer";
import { durationDaysMax, durationMonthsMax, minorMax, type Term } from "@/lib/domain/coupons/plans/plan";

/** 0 is taken where there is no limit; inside that is null. */
export const zeroAsNull = (max: number, description: string) =>
  z
    .codec(z.number().int().min(0).max(max).nullable(), z.number().int().nullable(), {
      decode: (value) => (value === 0 ? null : value),
      encode: (value) => value,
    })
    .meta({ description });

/** What source 001 promises 0 for where there is none: answers give 0 as well. */
export const zeroForNone = (description: string) =>
  z
    .codec(z.number().int().min(0), z.number().int().nullable(), {
      decode: (value) => (value === 0 ? null : value),
      encode: (value) => value ?? 0,
    })
    .meta({ description });

/** When something ends; 0 is never. */
export const endOrZero = z
  .codec(z.union([z.iso.datetime({ offset: true }), z.literal(0)]), z.date().nullable(), {
    decode: (value) => (value === 0 ? null : new Date(value)),
    encode: (value) => value?.toISOString() ?? 0,
  })
  .meta({ description: "0: never." });

export const termOut = {
  durationMonths: z
    .number()
    .int()
    .nullable()
    .meta({ description: "0: for ever. Null where `duration_days` says it, or where nothing is granted." }),
  durationDays: z.number().int().nullable(),
};

type Granting = Term & { kind?: OfferKind };

const isForEver = ({ kind = "membership", durationMonths, durationDays }: Granting): boolean =>
  kind === "membership" && durationMonths === null && durationDays === null;

/** An answer with `termOut` in which 0 months are for ever. */
export const sayingForEver = <S extends z.ZodType<Granting>>(answer: S) =>
  z.codec(answer, z.custom<z.output<S>>(), {
    decode: (value) => ({ ...value, durationMonths: value.durationMonths || null }) as z.output<S>,
    encode: (value) => (isForEver(value) ? { ...value, durationMonths: 0 } : value),
  });

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
