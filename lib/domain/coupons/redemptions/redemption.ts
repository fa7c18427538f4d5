/** held → redeemed → rolled_back, or held → released. The first two are live: they count. */
export const redemptionStatuses = ["held", "redeemed", "released", "rolled_back"] as const;

export type RedemptionStatus = (typeof redemptionStatuses)[number];

export const redemptionActs = ["validate", "hold", "commit", "release", "redeem", "rollback"] as const;

export type RedemptionAct = (typeof redemptionActs)[number];

export const redemptionSources = [
  "direct",
  "email",
  "sms",
  "social",
  "push",
  "web_push",
  "whatsapp",
  "telegram",
  "in_app",
  "api",
] as const;

export type RedemptionSource = (typeof redemptionSources)[number];
