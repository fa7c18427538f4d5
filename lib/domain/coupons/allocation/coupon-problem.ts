export const couponProblemCodes = [
  "coupon_without_batch",
  "batch_without_coupon",
  "coupon_unguarded",
  "batch_unusable",
  "offer_over",
  "offer_not_active",
  "codes_short",
] as const;

export type CouponProblem = {
  severity: "blocking" | "warning";
  code: (typeof couponProblemCodes)[number];
  field: "coupon_batch_id" | "coupon_holdout_percent" | "contents";
  values: Record<string, string | number>;
  detail: string;
};
