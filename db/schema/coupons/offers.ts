import { bigint, date, index, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import {
  campaignGoals,
  type HourSpan,
  offerKinds,
  offerStates,
  type PeriodLimit,
  reversalPolicies,
} from "@/lib/domain/coupons/offers/offer";
import type { Restrictions } from "@/lib/domain/coupons/offers/restrictions";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "../columns/columns";
import { workspaces } from "../workspaces";

/** The rules of a coupon. Null = without limit, everywhere. */
export const offers = pgTable(
  "offers",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    state: text("state", { enum: offerStates }).notNull().default("draft"),
    kind: text("kind", { enum: offerKinds }).notNull(),
    planId: uuid("plan_id"),
    durationMonths: integer("duration_months"),
    durationDays: integer("duration_days"),
    /** Hundredths of a percent. */
    discountBasisPoints: integer("discount_basis_points"),
    discountMinorMax: bigint("discount_minor_max", { mode: "number" }),
    discountMinor: bigint("discount_minor", { mode: "number" }),
    /** Of discount, minimum order and budget. */
    currency: text("currency"),
    usesMax: integer("uses_max"),
    usesPerCodeMax: integer("uses_per_code_max"),
    usesPerContactMax: integer("uses_per_contact_max"),
    periodLimits: json<PeriodLimit[]>("period_limits").notNull(),
    /** What all redemptions together may give away. */
    budgetMinor: bigint("budget_minor", { mode: "number" }),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    /** The last day as it was meant, in `timeZone`; an edit of something else must not move it. */
    lastDay: date("last_day"),
    timeZone: text("time_zone").notNull(),
    /** 1 = Monday; null = every day. */
    weekdays: smallint("weekdays").array(),
    hours: json<HourSpan[]>("hours"),
    restrictions: json<Restrictions>("restrictions").notNull(),
    stackingClass: text("stacking_class").notNull().default("exclusive"),
    stacksWith: text("stacks_with").array().notNull(),
    reversal: text("reversal", { enum: reversalPolicies }).notNull().default("always"),
    holdSeconds: integer("hold_seconds").notNull().default(900),
    campaignName: text("campaign_name").notNull().default(""),
    goal: text("goal", { enum: campaignGoals }),
    utmSource: text("utm_source").notNull().default(""),
    utmMedium: text("utm_medium").notNull().default(""),
    utmCampaign: text("utm_campaign").notNull().default(""),
    attributionDays: integer("attribution_days").notNull().default(30),
    /** Besides what it gives away; null = not known. */
    costMinor: bigint("cost_minor", { mode: "number" }),
    version: integer("version").notNull().default(1),
    createdBy: text("created_by").notNull(),
    updatedBy: text("updated_by").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("offers_state").on(t.workspaceId, t.state, t.endsAt),
    index("offers_plan").on(t.workspaceId, t.planId),
  ],
);
