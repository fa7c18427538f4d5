import type { couponRedemptions, couponRefusals } from "@/db/schema/coupons/redemptions";
import type { OfferKind, ReversalPolicy } from "@/lib/domain/coupons/offers/offer";
import type { RedemptionAct } from "@/lib/domain/coupons/redemptions/redemption";
import type { RefusalReason } from "@/lib/domain/coupons/redemptions/refusal";

type Redemption = typeof couponRedemptions.$inferSelect;
type Refusal = typeof couponRefusals.$inferSelect;

/** Who and what stands beside a row of the ledger or a refusal. */
type Surroundings = {
  code: string;
  offerName: string | null;
  kind: OfferKind | null;
  /** Of the offer's own amounts. */
  offerCurrency: string | null;
  batchCode: string | null;
  externalId: string | null;
  firstName: string | null;
  lastName: string | null;
  /** Null: as it is. */
  network: string | null;
};

export type LedgerRow = Omit<
  Redemption,
  "workspaceId" | "requestHash" | "codeKey" | "limitsTaken" | "runId"
> &
  Surroundings & {
    reversal: ReversalPolicy;
    planName: string | null;
    campaignId: string | null;
    campaignName: string | null;
  };

export type RefusalRow = Omit<Refusal, "workspaceId" | "act" | "reason"> &
  Surroundings & { act: RedemptionAct; reason: RefusalReason };

/** What both lists can be narrowed to. Ids grow with time, so bounds of time are bounds of ids. */
export type LedgerFilter = {
  /** Folded. */
  codeKey?: string | undefined;
  /** Any of: codes that begin so, orders of this id, uses of these people. */
  search?: { codeKey: string | undefined; orderId: string; contactIds: string[] } | undefined;
  offerId?: string | undefined;
  batchId?: string | undefined;
  contactId?: string | undefined;
  source?: readonly string[] | undefined;
  fromId?: string | undefined;
  beforeId?: string | undefined;
};
