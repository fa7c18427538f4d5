import type { OfferKind } from "@/lib/domain/coupons/offers/offer";
import type { MembershipTier } from "@/lib/domain/coupons/plans/plan";
import type { RedemptionStatus } from "@/lib/domain/coupons/redemptions/redemption";

/** As `describe_redemption` tells it; instants are ISO 8601. */
export type RedemptionRow = {
  id: string;
  status: RedemptionStatus;
  code: string;
  offerId: string;
  offerName: string;
  kind: OfferKind;
  batchId: string | null;
  contactId: string | null;
  holdExpiresAt: string | null;
  listMinor: number | null;
  paidMinor: number | null;
  currency: string | null;
  planId: string | null;
  tier: MembershipTier | null;
  months: number | null;
  days: number | null;
  startsAt: string | null;
  expiresAt: string | null;
  orderId: string | null;
  source: string;
  metadata: Record<string, unknown>;
  createdAt: string;
  redeemedAt: string | null;
  reversedAt: string | null;
  reversalReason: string | null;
};
