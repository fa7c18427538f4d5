import { percentOf } from "@/lib/domain/analytics/engagement";
/** Sums over any span and selection. People are distinct; the rest are numbers of rows. */
export type Sums = {
  /** Messages that arrived, or were sent where nothing tells of arrivals. */
  impressions: number;
  /** People who followed a link. */
  clicks: number;
  /** Codes given to recipients of messages. */
  issued: number;
  redemptions: number;
  /** Redemptions whose code a message brought. */
  broughtRedemptions: number;
  /** Distinct people of the redemptions. */
  contacts: number;
  /** Distinct people who redeemed what a message brought. */
  broughtContacts: number;
  /** Redemptions that cost something. */
  paid: number;
  /** Attributed orders. */
  orders: number;
};

/** In percent; null where there is nothing to divide by. */
export type CouponRates = {
  clickRate: number | null;
  clickToRedemptionRate: number | null;
  redemptionRate: number | null;
  paidRate: number | null;
};

/** Of one currency; what is in different ones is never added. */
export type Money = {
  currency: string;
  cashMinor: number;
  grantedMinor: number;
  attributedMinor: number;
  paid: number;
  orders: number;
};

/** Ratios of sums, never means of ratios. */
export const couponRatesOf = (sums: Sums): CouponRates => ({
  clickRate: percentOf(sums.clicks, sums.impressions),
  clickToRedemptionRate: percentOf(sums.broughtContacts, sums.clicks),
  redemptionRate: percentOf(sums.broughtRedemptions, sums.issued),
  paidRate: percentOf(sums.paid, sums.redemptions),
});

/** Cash of each redemption that cost something, in minor units; null where none did. */
export const averageOrderOf = ({ cashMinor, paid }: Pick<Money, "cashMinor" | "paid">): number | null =>
  paid > 0 ? Math.round(cashMinor / paid) : null;

/** What one unit of cost brought beyond itself: 0.5 is half as much again; null without a cost. */
export const roiOf = (attributedMinor: number, costMinor: number | null): number | null =>
  costMinor === null || costMinor <= 0
    ? null
    : Math.round(((attributedMinor - costMinor) / costMinor) * 10_000) / 10_000;
