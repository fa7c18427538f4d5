export const membershipTiers = ["trial", "monthly", "quarterly", "yearly", "unlimited"] as const;

export type MembershipTier = (typeof membershipTiers)[number];

/** How long something is granted: months, days, or for ever when both are null. */
export type Term = { durationMonths: number | null; durationDays: number | null };

export const planNameCharsMax = 100;
export const planFeaturesMax = 30;
export const featureCharsMax = 120;
export const durationMonthsMax = 1_200;
export const durationDaysMax = 36_500;

/** Of money, in minor units: far above any price, far below where numbers lose their last digit. */
export const minorMax = 1_000_000_000_000;

export type PlanFields = Term & {
  name: string;
  tier: MembershipTier;
  /** In minor units of the currency, such as kuruş. */
  priceMinor: number;
  /** What is asked instead of the price; null = the price. */
  discountPriceMinor: number | null;
  currency: string;
  features: string[];
};

/** Months that a tier is sold by. */
export const monthsOfTier = { monthly: 1, quarterly: 3, yearly: 12 } as const;

/** What a tier lasts when nothing else is said. */
export const usualTerm = (tier: MembershipTier): Term => ({
  durationMonths: tier === "trial" || tier === "unlimited" ? null : monthsOfTier[tier],
  durationDays: tier === "trial" ? 14 : null,
});

export type FieldProblem = { pointer: string; code: string; detail: string };

/** Why a tier cannot last so long, with the field to mend; undefined when it can. */
export function findTermProblem(
  tier: MembershipTier,
  { durationMonths, durationDays }: Term,
): FieldProblem | undefined {
  if (durationMonths !== null && durationDays !== null) {
    return {
      pointer: "duration_days",
      code: "term_twice",
      detail: "Give months or days, not both.",
    };
  }
  if (tier === "unlimited") {
    if (durationMonths === null && durationDays === null) return undefined;
    return {
      pointer: durationMonths === null ? "duration_days" : "duration_months",
      code: "term_unlimited",
      detail: "Unlimited has no end. Leave months and days empty, or choose another tier.",
    };
  }
  if (tier === "trial") {
    if (durationMonths !== null || durationDays !== null) return undefined;
    return {
      pointer: "duration_days",
      code: "term_trial",
      detail: "A trial needs an end. Give it days or months.",
    };
  }
  if (durationMonths !== null && durationMonths % monthsOfTier[tier] === 0) return undefined;
  return { pointer: "duration_months", code: `term_${tier}`, detail: termDetails[tier] };
}

const termDetails = {
  monthly: "A monthly membership lasts whole months: 1, 2, 3 and so on.",
  quarterly: "A quarterly membership lasts quarters: 3, 6, 9 months and so on.",
  yearly: "A yearly membership lasts years: 12, 24, 36 months and so on.",
} as const;

export function findPlanProblems(plan: PlanFields): FieldProblem[] {
  const term = findTermProblem(plan.tier, plan);
  const isDearer = plan.discountPriceMinor !== null && plan.discountPriceMinor > plan.priceMinor;
  return [
    ...(term ? [term] : []),
    ...(isDearer
      ? [
          {
            pointer: "discount_price_minor",
            code: "discount_above_price",
            detail: "The discount price is above the price. Lower it, or leave it empty.",
          },
        ]
      : []),
  ];
}
