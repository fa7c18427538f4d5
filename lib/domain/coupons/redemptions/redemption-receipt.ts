import type { RedemptionRow } from "@/db/queries/coupons/redemptions/redemption-row";

const toDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

/** A use as its caller is told of it. */
export function toReceipt({ offerName, kind, offerId, ...row }: RedemptionRow, isReplayed: boolean) {
  const { planId, tier, months, days, listMinor, paidMinor, currency, ...rest } = row;
  const startsAt = toDate(row.startsAt);
  return {
    ...rest,
    offer: { id: offerId, name: offerName, kind },
    price: toPrice({ listMinor, paidMinor, currency }),
    grant: planId && tier ? { planId, tier, months, days, startsAt, expiresAt: toDate(row.expiresAt) } : null,
    holdExpiresAt: toDate(row.holdExpiresAt),
    createdAt: new Date(row.createdAt),
    redeemedAt: toDate(row.redeemedAt),
    reversedAt: toDate(row.reversedAt),
    isReplayed,
  };
}

export type RedemptionReceipt = ReturnType<typeof toReceipt>;

type Prices = { listMinor: number | null; paidMinor: number | null; currency: string | null };

/** Without the coupon, with it, and the difference. */
export function toPrice({ listMinor, paidMinor, currency }: Prices) {
  if (listMinor === null || paidMinor === null || currency === null) return null;
  return { listMinor, paidMinor, discountMinor: listMinor - paidMinor, currency };
}
