import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { campaignStatuses, scheduleTypes } from "@/lib/domain/campaigns/campaign";
import type { KeptDocument } from "@/lib/domain/campaigns/document/notification-document";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import type { Tracking } from "@/lib/domain/events/tracking/tracking";
import { runKinds, runStatuses } from "@/lib/domain/runs/run";
import type { CampaignTiming } from "@/lib/domain/timing/campaign-timing";
import type { RunTiming } from "@/lib/domain/timing/run-timing";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "./columns/columns";
import { workspaces } from "./workspaces";

export const campaigns = pgTable(
  "campaigns",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    channel: text("channel", { enum: channels }).notNull(),
    category: text("category", { enum: messageCategories }).notNull().default("marketing"),
    tone: text("tone"),
    status: text("status", { enum: campaignStatuses }).notNull().default("draft"),
    scheduleType: text("schedule_type", { enum: scheduleTypes }).notNull().default("send_now"),
    /** Of a series: its next occurrence. */
    scheduledAt: instant("scheduled_at"),
    /** When the next run opens; on people's own clocks that is before `scheduledAt`. */
    startsAt: instant("starts_at"),
    timing: json<CampaignTiming>("timing").notNull(),
    audience: json<AudienceFilter>("audience").notNull(),
    contents: json<Content[]>("contents").notNull(),
    ttlSeconds: integer("ttl_seconds"),
    priority: text("priority", { enum: ["normal", "high"] })
      .notNull()
      .default("normal"),
    /** Null: what is usual on the channel. */
    tracking: json<Tracking>("tracking"),
    /** Of which batch each recipient gets a code; and how many in a hundred get the message without one. */
    couponBatchId: uuid("coupon_batch_id"),
    couponHoldoutPercent: smallint("coupon_holdout_percent").notNull().default(0),
    /** The run that sends or has sent it. */
    runId: uuid("run_id"),
    /** Set on what an automation sends: reported under the id of its step, and shown there alone. */
    automationId: uuid("automation_id"),
    /** The notification document it was made of. */
    document: json<KeptDocument>("document"),
    failureReason: text("failure_reason"),
    /** The provider's own words. */
    failureDetail: text("failure_detail"),
    /** Raised on each change; an edit names the version it read. */
    version: integer("version").notNull().default(1),
    createdBy: text("created_by").notNull(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("campaigns_status").on(t.workspaceId, t.status, t.id),
  ],
);

/** One occurrence of a campaign, or one call of send-now. Contents are frozen here, so that an edit never changes a send. */
export const runs = pgTable(
  "runs",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    campaignId: uuid("campaign_id"),
    kind: text("kind", { enum: runKinds }).notNull(),
    status: text("status", { enum: runStatuses }).notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    category: text("category", { enum: messageCategories }).notNull(),
    providerId: uuid("provider_id"),
    contents: json<Content[]>("contents").notNull(),
    audience: json<AudienceFilter>("audience"),
    ttlSeconds: integer("ttl_seconds"),
    priority: text("priority", { enum: ["normal", "high"] })
      .notNull()
      .default("normal"),
    /** As the campaign said it when the run began; null: nothing is tracked. */
    tracking: json<Tracking>("tracking"),
    couponBatchId: uuid("coupon_batch_id"),
    couponHoldoutPercent: smallint("coupon_holdout_percent").notNull().default(0),
    /** Last contact id that the freeze has looked at; the freeze goes on after it. */
    freezeCursor: uuid("freeze_cursor"),
    frozenAt: instant("frozen_at"),
    audienceCount: integer("audience_count").notNull().default(0),
    sendAt: instant("send_at").notNull(),
    /** The rules as they were when it opened; absent where everybody is written to at once. */
    timing: json<RunTiming>("timing"),
    /** How many groups of people were put off so far. */
    deferrals: integer("deferrals").notNull().default(0),
    /** A person has said that it may go out late. */
    latenessAccepted: boolean("lateness_accepted").notNull().default(false),
    expiresAt: instant("expires_at"),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("runs_campaign").on(t.workspaceId, t.campaignId, t.id),
    index("runs_open").on(t.workspaceId, t.id).where(sql`ended_at is null`),
    foreignKey({
      columns: [t.workspaceId, t.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);

/** A range of a run's contacts, leased as one; its counters are written with the rows they count. */
export const runChunks = pgTable(
  "run_chunks",
  {
    workspaceId: workspaceId(),
    runId: uuid("run_id").notNull(),
    chunkNo: integer("chunk_no").notNull(),
    /** Whose notifications it takes of its range. */
    wave: integer("wave").notNull().default(0),
    dueAt: instant("due_at"),
    /** Exclusive lower and inclusive upper end. */
    afterContactId: uuid("after_contact_id").notNull(),
    lastContactId: uuid("last_contact_id").notNull(),
    size: integer("size").notNull(),
    status: text("status", { enum: ["pending", "sending", "done", "cancelled"] })
      .notNull()
      .default("pending"),
    /** Network calls were allowed up to here: whoever of these has no result after a crash is uncertain. */
    intentContactId: uuid("intent_contact_id"),
    /** The same for a pass over people who had been asked before; emptied when a pass ends in good order. */
    retryContactId: uuid("retry_contact_id"),
    leaseUntil: instant("lease_until"),
    /** Raised at each lease; a write with an older one is refused. */
    fence: integer("fence").notNull().default(0),
    sent: integer("sent").notNull().default(0),
    skipped: integer("skipped").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    unknown: integer("unknown").notNull().default(0),
    cancelled: integer("cancelled").notNull().default(0),
    /** Counts by `skipped:<reason>` and `failed:<code>`, added to by the sender and by receipts. */
    reasons: json<Record<string, number>>("reasons").notNull(),
    /** When somebody last took it, gave it back or was woken for it. */
    touchedAt: instant("touched_at").notNull().default(sql`now()`),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.runId, t.chunkNo] }),
    foreignKey({ columns: [t.workspaceId, t.runId], foreignColumns: [runs.workspaceId, runs.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** What a workspace has ever sent, kept with the hourly totals. */
export const workspaceTotals = pgTable("workspace_totals", {
  workspaceId: workspaceId()
    .primaryKey()
    .references(() => workspaces.id, { onDelete: "cascade" }),
  sent: bigint("sent", { mode: "number" }).notNull().default(0),
});

/** Hourly totals per campaign that the dashboards read instead of raw rows. */
export const campaignHours = pgTable(
  "campaign_hours",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    hour: instant("hour").notNull(),
    campaignId: uuid("campaign_id").notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    sent: integer("sent").notNull().default(0),
    delivered: integer("delivered").notNull().default(0),
    opened: integer("opened").notNull().default(0),
    clicked: integer("clicked").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    skipped: integer("skipped").notNull().default(0),
    /** `opened` and `clicked` count people, these count times. */
    opens: integer("opens").notNull().default(0),
    clicks: integer("clicks").notNull().default(0),
    automatedOpens: integer("automated_opens").notNull().default(0),
    automatedClicks: integer("automated_clicks").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.hour, t.campaignId, t.channel] }),
    index("campaign_hours_campaign").on(t.workspaceId, t.campaignId, t.hour),
  ],
);
