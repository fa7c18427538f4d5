import type { LedgerRow, RefusalRow } from "@/db/queries/coupons/ledger/ledger-row";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

type Known = Pick<LedgerRow, "contactId" | "externalId" | "firstName" | "lastName">;

const contactOf = ({ contactId, externalId, firstName, lastName }: Known) =>
  contactId && firstName !== null && lastName !== null
    ? { id: contactId, externalId, firstName, lastName }
    : null;

/** Whoever may take redemptions back sees the address they came from, others its network. */
const maySeeAddresses = (ctx: WorkspaceContext): boolean => ctx.can("coupons.rollback");

const offerOf = ({ offerId, offerName, kind }: Pick<RefusalRow, "offerId" | "offerName" | "kind">) =>
  offerId && offerName !== null && kind ? { id: offerId, name: offerName, kind } : null;

const batchOf = ({ batchId, batchCode }: Pick<RefusalRow, "batchId" | "batchCode">) =>
  batchId && batchCode ? { id: batchId, batchCode } : null;

export type ListedRedemption = ReturnType<typeof toListedRedemption>;

export function toListedRedemption(ctx: WorkspaceContext, row: LedgerRow) {
  const { listMinor, paidMinor, currency, planId, planName, tier, campaignId, campaignName } = row;
  return {
    id: row.id,
    status: row.status,
    code: row.code,
    offer: { id: row.offerId, name: row.offerName ?? "", kind: row.kind ?? "percent" },
    batch: batchOf(row),
    contact: contactOf(row),
    price:
      listMinor === null || paidMinor === null || currency === null
        ? null
        : { listMinor, paidMinor, discountMinor: Math.max(0, listMinor - paidMinor), currency },
    grant:
      planId && tier
        ? {
            planId,
            planName: planName ?? "",
            tier,
            months: row.monthsGranted,
            days: row.daysGranted,
            startsAt: row.startsAt,
            expiresAt: row.expiresAt,
          }
        : null,
    orderId: row.orderId,
    campaign: campaignId ? { id: campaignId, name: campaignName ?? "" } : null,
    source: row.source,
    ip: maySeeAddresses(ctx) ? row.ip : row.network,
    createdAt: row.createdAt,
    holdExpiresAt: row.holdExpiresAt,
    redeemedAt: row.redeemedAt,
    reversedAt: row.reversedAt,
    reversalReason: row.reversalReason,
  };
}

export const toRedemptionDetail = (ctx: WorkspaceContext, row: LedgerRow) => ({
  ...toListedRedemption(ctx, row),
  reversal: row.reversal,
  ordinal: row.ordinal,
  orderMinor: row.orderMinor,
  idempotencyKey: row.idempotencyKey,
  userAgent: row.userAgent,
  metadata: row.metadata,
});

export type ListedRefusal = ReturnType<typeof toListedRefusal>;

export const toListedRefusal = (ctx: WorkspaceContext, row: RefusalRow) => ({
  id: row.id,
  act: row.act,
  reason: row.reason,
  rule: row.rule,
  seen: row.seen,
  needed: row.needed,
  currency: row.offerCurrency,
  code: row.code,
  offer: offerOf(row),
  batch: batchOf(row),
  contact: contactOf(row),
  source: row.source,
  ip: maySeeAddresses(ctx) ? row.ip : row.network,
  userAgent: row.userAgent,
  createdAt: row.createdAt,
});
