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
import { createdAt, id, instant, json, workspaceId } from "../columns/columns";

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
    /** What it took of limits and budgets, to be given back exactly. */
    limitsTaken: json<Record<string, unknown>[]>("limits_taken"),
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
