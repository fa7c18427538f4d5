import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { membershipTiers } from "@/lib/domain/coupons/plans/plan";
import { createdAt, id, instant, updatedAt, workspaceId } from "../columns/columns";
import { workspaces } from "../workspaces";

/** What a membership costs and how long it lasts. Money is in minor units (kuruş, cents). */
export const membershipPlans = pgTable(
  "membership_plans",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    tier: text("tier", { enum: membershipTiers }).notNull(),
    /** One of the two; neither = for ever. */
    durationMonths: integer("duration_months"),
    durationDays: integer("duration_days"),
    priceMinor: bigint("price_minor", { mode: "number" }).notNull(),
    /** What is asked instead of the price; null = the price. */
    discountPriceMinor: bigint("discount_price_minor", { mode: "number" }),
    currency: text("currency").notNull(),
    features: text("features").array().notNull(),
    position: integer("position").notNull().default(0),
    isActive: boolean("is_active").notNull().default(true),
    version: integer("version").notNull().default(1),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("membership_plans_active").on(t.workspaceId, t.tier, t.currency).where(sql`is_active`),
  ],
);

/** Where a person's membership stands; how it came to that is in the redemptions. */
export const memberships = pgTable(
  "memberships",
  {
    workspaceId: workspaceId(),
    contactId: uuid("contact_id").notNull(),
    planId: uuid("plan_id"),
    tier: text("tier", { enum: membershipTiers }).notNull(),
    /** The end is always anchor + months + days, never the last end + one more. */
    anchorAt: instant("anchor_at").notNull(),
    monthsGranted: integer("months_granted").notNull().default(0),
    daysGranted: integer("days_granted").notNull().default(0),
    /** Null = never. */
    expiresAt: instant("expires_at"),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.contactId] }),
    index("memberships_expiry").on(t.workspaceId, t.expiresAt),
  ],
);
