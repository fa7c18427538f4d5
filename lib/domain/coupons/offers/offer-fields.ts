import type { Term } from "../plans/plan";
import type { CampaignGoal, HourSpan, OfferKind, PeriodLimit, ReversalPolicy } from "./offer";
import type { Restrictions } from "./restrictions";

/** What an offer is made of. Null = without limit, everywhere; money is in minor units of `currency`. */
export type OfferFields = Term & {
  name: string;
  description: string;
  kind: OfferKind;
  planId: string | null;
  discountBasisPoints: number | null;
  discountMinorMax: number | null;
  discountMinor: number | null;
  currency: string | null;
  usesMax: number | null;
  usesPerCodeMax: number | null;
  usesPerContactMax: number | null;
  periodLimits: PeriodLimit[];
  budgetMinor: number | null;
  startsAt: Date;
  endsAt: Date | null;
  lastDay: string | null;
  timeZone: string;
  weekdays: number[] | null;
  hours: HourSpan[] | null;
  restrictions: Restrictions;
  stackingClass: string;
  stacksWith: string[];
  reversal: ReversalPolicy;
  holdSeconds: number;
  campaignName: string;
  goal: CampaignGoal | null;
  utmSource: string;
  utmMedium: string;
  utmCampaign: string;
  attributionDays: number;
  costMinor: number | null;
};

export const offerNameCharsMax = 255;
export const offerDescriptionCharsMax = 500;
export const campaignNameCharsMax = 255;
export const utmCharsMax = 100;
export const usesMaxMax = 2_000_000_000;
export const domainsMax = 200;
export const accountAgeDaysMax = 36_500;
export const hourSpansMax = 12;
export const periodLimitsMax = 9;
export const stackingClassesMax = 20;
export const stackingClassPattern = /^[a-z][a-z0-9_-]{0,39}$/;

/** Stands alone: it combines with nothing. */
export const exclusiveClass = "exclusive";

export const offerDefaults = {
  description: "",
  planId: null,
  durationMonths: null,
  durationDays: null,
  discountBasisPoints: null,
  discountMinorMax: null,
  discountMinor: null,
  currency: null,
  usesMax: null,
  usesPerCodeMax: null,
  usesPerContactMax: 1,
  periodLimits: [],
  budgetMinor: null,
  endsAt: null,
  lastDay: null,
  weekdays: null,
  hours: null,
  restrictions: { version: 1 },
  stackingClass: exclusiveClass,
  stacksWith: [],
  reversal: "always",
  holdSeconds: 900,
  campaignName: "",
  goal: null,
  utmSource: "",
  utmMedium: "",
  utmCampaign: "",
  attributionDays: 30,
  costMinor: null,
} as const satisfies Partial<OfferFields>;

type Stored = OfferFields;

/** The fields alone, of a row that has more. */
export function fieldsOf(row: Stored): OfferFields {
  const names = [
    ...Object.keys(offerDefaults),
    "name",
    "kind",
    "startsAt",
    "timeZone",
  ] as (keyof OfferFields)[];
  return Object.fromEntries(names.map((name) => [name, row[name]])) as OfferFields;
}
