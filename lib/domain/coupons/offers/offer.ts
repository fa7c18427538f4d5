import { invalidState } from "@/lib/platform/errors";

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

/** What people are shown: of the stored state, the clock and the counter. `db/queries/coupons/offers/display-state.ts` derives it. */
export const displayStates = [
  "draft",
  "scheduled",
  "active",
  "paused",
  "exhausted",
  "expired",
  "archived",
] as const;

export type DisplayState = (typeof displayStates)[number];

export const offerActions = ["edit", "activate", "pause", "archive", "unarchive", "delete"] as const;

export type OfferAction = (typeof offerActions)[number];

/** The one transition table. What comes back from the archive is paused: it acts only when somebody says so. */
const transitions: Record<OfferAction, { from: readonly OfferState[]; to: OfferState | undefined }> = {
  edit: { from: ["draft", "active", "paused"], to: undefined },
  activate: { from: ["draft", "paused"], to: "active" },
  pause: { from: ["active"], to: "paused" },
  archive: { from: ["draft", "active", "paused"], to: "archived" },
  unarchive: { from: ["archived"], to: "paused" },
  delete: { from: ["draft"], to: undefined },
};

export const mayDo = (state: OfferState, action: OfferAction): boolean =>
  transitions[action].from.includes(state);

/** Where an act leads from here; refuses with the states that would allow it. */
export function assertCan(state: OfferState, action: OfferAction): OfferState {
  const { from, to } = transitions[action];
  if (from.includes(state)) return to ?? state;
  throw invalidState(`An offer that is ${state} cannot be asked to ${action}.`, {
    reason: "offer_state",
    from: state,
    action,
    allowed: from,
  });
}
