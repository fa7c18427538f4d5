import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  inet,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { membershipTiers } from "@/lib/domain/coupons/plans/plan";
import { redemptionStatuses } from "@/lib/domain/coupons/redemptions/redemption";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "../columns/columns";

/** The ledger: one use of one code by one person. Rows are never deleted. */
export const couponRedemptions = pgTable(
  "coupon_redemptions",
  {
    workspaceId: workspaceId(),
    id: id(),
    offerId: uuid("offer_id").notNull(),
    codeKey: text("code_key").notNull(),
    batchId: uuid("batch_id"),
    /** Null once the person was erased. */
    contactId: uuid("contact_id"),
    /** Lowest free number of this person's live uses of the offer. */
    ordinal: integer("ordinal").notNull(),
    status: text("status", { enum: redemptionStatuses }).notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    requestHash: text("request_hash").notNull(),
    holdExpiresAt: instant("hold_expires_at"),
    /** Prices as they were then. */
    planId: uuid("plan_id"),
    tier: text("tier", { enum: membershipTiers }),
    listMinor: bigint("list_minor", { mode: "number" }),
    paidMinor: bigint("paid_minor", { mode: "number" }),
    currency: text("currency"),
    /** What was granted, and from when until when; no end = for ever. */
    monthsGranted: integer("months_granted"),
    daysGranted: integer("days_granted"),
    startsAt: instant("starts_at"),
    expiresAt: instant("expires_at"),
    orderId: text("order_id"),
    orderMinor: bigint("order_minor", { mode: "number" }),
    /** The run whose message brought the code, where one did. */
    runId: uuid("run_id"),
    source: text("source").notNull().default("direct"),
    ip: inet("ip"),
    userAgent: text("user_agent"),
    metadata: json<Record<string, unknown>>("metadata").notNull(),
    createdAt: createdAt(),
    redeemedAt: instant("redeemed_at"),
    reversedAt: instant("reversed_at"),
    reversalReason: text("reversal_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("coupon_redemptions_key").on(t.workspaceId, t.idempotencyKey),
    uniqueIndex("coupon_redemptions_ordinal")
      .on(t.workspaceId, t.offerId, t.contactId, t.ordinal)
      .where(sql`status in ('held', 'redeemed')`),
    index("coupon_redemptions_contact").on(t.workspaceId, t.contactId, t.id),
    index("coupon_redemptions_code").on(t.workspaceId, t.codeKey, t.id),
    index("coupon_redemptions_offer").on(t.workspaceId, t.offerId, t.id),
  ],
);

/** Every attempt that was refused, with the rule, what it saw and what it needed. */
export const couponRefusals = pgTable(
  "coupon_refusals",
  {
    workspaceId: workspaceId(),
    id: id(),
    act: text("act").notNull(),
    reason: text("reason").notNull(),
    rule: text("rule"),
    seen: text("seen"),
    needed: text("needed"),
    offerId: uuid("offer_id"),
    batchId: uuid("batch_id"),
    codeKey: text("code_key").notNull(),
    contactId: uuid("contact_id"),
    ip: inet("ip"),
    userAgent: text("user_agent"),
    source: text("source").notNull().default("direct"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("coupon_refusals_code").on(t.workspaceId, t.codeKey, t.id),
  ],
);

/** Orders as the customer told them, each once; a refund lowers what it came to. */
export const orders = pgTable(
  "orders",
  {
    workspaceId: workspaceId(),
    /** The customer's own. */
    orderId: text("order_id").notNull(),
    contactId: uuid("contact_id"),
    totalMinor: bigint("total_minor", { mode: "number" }).notNull(),
    refundedMinor: bigint("refunded_minor", { mode: "number" }).notNull().default(0),
    currency: text("currency").notNull(),
    orderedAt: instant("ordered_at").notNull(),
    redemptionId: uuid("redemption_id"),
    campaignId: uuid("campaign_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.orderId] }),
    index("orders_contact").on(t.workspaceId, t.contactId, t.orderedAt),
  ],
);

/** By UTC hour, computed anew from ledger and event log, never added to. The nil uuid and "" stand for none. */
export const campaignPerformance = pgTable(
  "campaign_performance",
  {
    workspaceId: workspaceId(),
    bucket: instant("bucket").notNull(),
    campaignId: uuid("campaign_id").notNull(),
    offerId: uuid("offer_id").notNull(),
    batchId: uuid("batch_id").notNull(),
    currency: text("currency").notNull(),
    impressions: integer("impressions").notNull().default(0),
    clicks: integer("clicks").notNull().default(0),
    issued: integer("issued").notNull().default(0),
    conversions: integer("conversions").notNull().default(0),
    revenueMinor: bigint("revenue_minor", { mode: "number" }).notNull().default(0),
    grantedMinor: bigint("granted_minor", { mode: "number" }).notNull().default(0),
    attributedMinor: bigint("attributed_minor", { mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.bucket, t.campaignId, t.offerId, t.batchId, t.currency] })],
);
