import { z } from "zod";
import {
  campaignGoals,
  limitPeriods,
  limitScopes,
  offerKinds,
  reversalPolicies,
} from "@/lib/domain/coupons/offers/offer";
import {
  accountAgeDaysMax,
  campaignNameCharsMax,
  domainsMax,
  hourSpansMax,
  offerDescriptionCharsMax,
  offerNameCharsMax,
  periodLimitsMax,
  stackingClassesMax,
  stackingClassPattern,
  usesMaxMax,
  utmCharsMax,
} from "@/lib/domain/coupons/offers/offer-fields";
import { type Restrictions, userTypes } from "@/lib/domain/coupons/offers/restrictions";
import { minorMax } from "@/lib/domain/coupons/plans/plan";
import { audienceFilter } from "../audience";
import { wireCurrency } from "../wire/currency";
import { wireId } from "../wire/ids";
import { wireDay, wireInstant } from "../wire/instants";
import { timeZone } from "../wire/places";
import { wireObject } from "../wire/wire-object";
import { minor, termFields, zeroAsNull } from "./terms";

const lastInstant = z.date().max(new Date("2200-01-01T00:00:00Z"));

/** It ends in the offer's zone, and still before the last instant. */
const lastDayEnd = "2199-12-31";

const dayMinutes = 1_440;

const uses = (description: string) => zeroAsNull(usesMaxMax, `${description} Null and 0: without limit.`);

const amount = (description: string) => zeroAsNull(minorMax, description);

/** Whole domain names; nothing that a suffix of another name could be taken for. */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/,
    "A domain such as company.com, or *.company.com for all below it",
  );

const stackingClass = z
  .string()
  .regex(stackingClassPattern, "Small letters, digits, dashes and underscores, beginning with a letter");

const restrictionsShape = {
  domains: z.array(domain).min(1).max(domainsMax).optional(),
  userTypes: z.array(z.enum(userTypes)).min(1).max(1).optional().meta({
    description: "`new`: nobody who ever redeemed or ordered. Both together are no rule: leave it out.",
  }),
  accountAgeDaysMin: z.number().int().min(1).max(accountAgeDaysMax).optional(),
  firstPurchaseOnly: z.boolean().optional(),
  segment: audienceFilter.optional(),
  orderMinorMin: minor.min(1).optional(),
  holderOnly: z.boolean().optional().meta({ description: "Only whom a code was given to." }),
};

const restrictions = wireObject(restrictionsShape).meta({
  id: "OfferRestrictions",
  description: "Absent = no such rule. What is sent replaces all of them.",
});

/** As they were stored: what may be asked changes, and is shown all the same. */
export const restrictionsOut = wireObject({
  ...restrictionsShape,
  domains: z.array(z.string()).optional(),
  segment: z
    .custom<NonNullable<Restrictions["segment"]>>()
    .meta({ $ref: "#/components/schemas/AudienceFilter" })
    .optional(),
});

export const periodLimit = wireObject({
  scope: z.enum(limitScopes),
  period: z.enum(limitPeriods),
  max: z.number().int().min(1).max(usesMaxMax),
});

export const hourSpan = wireObject({
  from: z
    .number()
    .int()
    .min(0)
    .max(dayMinutes - 1),
  to: z.number().int().min(0).max(dayMinutes),
});

const utm = z.string().trim().max(utmCharsMax);

/** Every field of an offer as it is sent; a change names some of them. */
export const offerInputShape = {
  name: z.string().trim().min(1).max(offerNameCharsMax),
  description: z.string().trim().max(offerDescriptionCharsMax),
  kind: z.enum(offerKinds),
  planId: wireId("plan").nullable(),
  ...termFields,
  discountBasisPoints: z.number().int().min(1).max(10_000).nullable().meta({
    description: "Hundredths of a percent: 1500 is 15 %.",
  }),
  discountMinorMax: amount("Caps what a percentage comes to, in minor units."),
  discountMinor: amount("Of a fixed discount, in minor units."),
  currency: wireCurrency.nullable(),
  usesMax: uses("Of the whole offer."),
  usesPerCodeMax: uses("Of each code."),
  usesPerContactMax: uses("Of each person."),
  periodLimits: z.array(periodLimit).max(periodLimitsMax),
  budgetMinor: amount("What all redemptions together may give away, in minor units."),
  startsAt: wireInstant,
  endsAt: z
    .codec(z.union([z.iso.datetime({ offset: true }), z.literal(0), z.null()]), lastInstant.nullable(), {
      decode: (value) => (value === 0 || value === null ? null : new Date(value)),
      encode: (value) => value?.toISOString() ?? null,
    })
    .meta({ description: "From this moment on it has expired. Null and 0: never." }),
  lastDay: wireDay
    .refine((day) => day < lastDayEnd, `A day before ${lastDayEnd}`)
    .nullable()
    .meta({ description: "Instead of `ends_at`: the whole day counts, in `time_zone`." }),
  timeZone,
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).nullable().meta({
    description: "1 = Monday. Null: every day.",
  }),
  hours: z.array(hourSpan).min(1).max(hourSpansMax).nullable().meta({
    description:
      "Minutes of a day in `time_zone`, overnight when `to` is not later than `from`. Null: all day.",
  }),
  restrictions,
  stackingClass,
  stacksWith: z.array(stackingClass).max(stackingClassesMax),
  reversal: z.enum(reversalPolicies),
  holdSeconds: z.number().int().min(10).max(604_800),
  campaignName: z.string().trim().max(campaignNameCharsMax),
  goal: z.enum(campaignGoals).nullable(),
  utmSource: utm,
  utmMedium: utm,
  utmCampaign: utm,
  attributionDays: z.number().int().min(0).max(365),
  costMinor: amount(
    "What it cost besides what it gives away. Null and 0: not known, and then there is no ROI.",
  ),
};
