import { bigint, boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt, workspaceId } from "../columns/columns";
import { workspaces } from "../workspaces";

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
    /** Which of several events for the order counts: a server's before a browser's, then the earliest. */
    eventId: uuid("event_id").notNull().defaultRandom(),
    isFromServer: boolean("is_from_server").notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.orderId] }),
    index("orders_contact").on(t.workspaceId, t.contactId, t.orderedAt),
    index("orders_updated").on(t.workspaceId, t.updatedAt),
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
    /** Conversions that cost something. */
    paid: integer("paid").notNull().default(0),
    /** Orders that are attributed. */
    orders: integer("orders").notNull().default(0),
    revenueMinor: bigint("revenue_minor", { mode: "number" }).notNull().default(0),
    grantedMinor: bigint("granted_minor", { mode: "number" }).notNull().default(0),
    attributedMinor: bigint("attributed_minor", { mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.bucket, t.campaignId, t.offerId, t.batchId, t.currency] })],
);

/** Each once, also before its order is known. No amount: the whole order. */
export const orderRefunds = pgTable(
  "order_refunds",
  {
    workspaceId: workspaceId(),
    orderId: text("order_id").notNull(),
    /** The customer's own, or the event's. */
    refundId: text("refund_id").notNull(),
    amountMinor: bigint("amount_minor", { mode: "number" }),
    currency: text("currency"),
    refundedAt: instant("refunded_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.orderId, t.refundId] })],
);

/** Until when the changes of ledger and orders are in `campaign_performance`, and for which zone. */
export const performanceStates = pgTable("performance_states", {
  workspaceId: workspaceId()
    .primaryKey()
    .references(() => workspaces.id, { onDelete: "cascade" }),
  computedUntil: instant("computed_until").notNull(),
  timeZone: text("time_zone").notNull(),
});

/** Hours to compute anew of which no row tells any more. */
export const stalePerformanceHours = pgTable(
  "stale_performance_hours",
  { workspaceId: workspaceId(), hour: instant("hour").notNull() },
  (t) => [primaryKey({ columns: [t.workspaceId, t.hour] })],
);
