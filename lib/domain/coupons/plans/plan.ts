export const membershipTiers = ["trial", "monthly", "quarterly", "yearly", "unlimited"] as const;

export type MembershipTier = (typeof membershipTiers)[number];

/** How long something is granted: months, days, or for ever when both are null. */
export type Term = { durationMonths: number | null; durationDays: number | null };
