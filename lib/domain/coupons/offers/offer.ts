export const offerKinds = ["membership", "percent", "fixed"] as const;

export type OfferKind = (typeof offerKinds)[number];

/** What is stored; what people are shown is derived from it, the clock and the counter. */
export const offerStates = ["draft", "active", "paused", "archived"] as const;

export type OfferState = (typeof offerStates)[number];

export const campaignGoals = ["acquisition", "retention", "reactivation"] as const;

export type CampaignGoal = (typeof campaignGoals)[number];

/** Until when a redemption may be rolled back: always, until what it grants has begun, or never. */
export const reversalPolicies = ["always", "until_start", "never"] as const;

export type ReversalPolicy = (typeof reversalPolicies)[number];

export const limitScopes = ["offer", "code", "contact"] as const;
export const limitPeriods = ["day", "week", "month"] as const;

/** At most `max` uses of one scope within one period of the offer's time zone. Weeks begin on Monday. */
export type PeriodLimit = {
  scope: (typeof limitScopes)[number];
  period: (typeof limitPeriods)[number];
  max: number;
};

/** Minutes of a day, from `from` until before `to`; overnight when `to` is not later. */
export type HourSpan = { from: number; to: number };
