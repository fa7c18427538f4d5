import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { apiKeyKinds } from "@/lib/domain/api-keys/api-key";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "./columns/columns";

export const users = pgTable("users", {
  id: id().primaryKey(),
  /** Folded; the address as typed is not kept. */
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  /** Absent for people who only sign in through Google or Apple. */
  passwordHash: text("password_hash"),
  locale: text("locale").notNull().default("en"),
  timeZone: text("time_zone").notNull().default("UTC"),
  /** Raised to end every session at once. */
  sessionEpoch: integer("session_epoch").notNull().default(0),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const workspaces = pgTable(
  "workspaces",
  {
    id: id().primaryKey(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    planType: text("plan_type").notNull().default("free"),
    locale: text("locale").notNull().default("en"),
    timeZone: text("time_zone").notNull().default("UTC"),
    /** `opt_out`: marketing reaches everyone who has not said no. `opt_in`: only those who said yes. */
    consentMode: text("consent_mode").notNull().default("opt_out"),
    /** A workspace-wide stop: nothing leaves while it is set. */
    sendingStoppedAt: instant("sending_stopped_at"),
    sendingRules: json<SendingRules>("sending_rules").notNull(),
    isDemo: boolean("is_demo").notNull().default(false),
    /** Since when nobody gets in any more; its rows follow, batch by batch. */
    deletedAt: instant("deleted_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  () => [check("workspaces_slug", sql`slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)],
);

/** Old addresses of a workspace that was renamed; they lead its members to the new one. */
export const formerSlugs = pgTable(
  "former_slugs",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    slug: text("slug").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.slug] })],
);

export const members = pgTable(
  "members",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").notNull(),
    createdAt: createdAt(),
    lastActiveAt: instant("last_active_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), index("members_user").on(t.userId)],
);

export const invites = pgTable(
  "invites",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    email: text("email").notNull(),
    role: text("role").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    invitedBy: uuid("invited_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
    /** When a provider took over the e-mail with the link that is out now. */
    mailedAt: instant("mailed_at"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    /** First characters, enough to recognise a key and too few to use it. */
    prefix: text("prefix").notNull(),
    last4: text("last4").notNull(),
    secretHash: text("secret_hash").notNull().unique(),
    kind: text("kind", { enum: apiKeyKinds }).notNull().default("secret"),
    scopes: text("scopes").array().notNull(),
    /** Where a publishable key works. */
    origins: text("origins").array().notNull(),
    /** Of a publishable key, which is no secret. */
    publishableKey: text("publishable_key"),
    createdBy: uuid("created_by"),
    lastUsedAt: instant("last_used_at"),
    lastUsedIp: text("last_used_ip"),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const auditLog = pgTable(
  "audit_log",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    targetKind: text("target_kind").notNull(),
    targetId: text("target_id").notNull(),
    targetName: text("target_name").notNull().default(""),
    before: json<Record<string, unknown>>("before"),
    after: json<Record<string, unknown>>("after"),
    ip: text("ip"),
    userAgent: text("user_agent"),
    requestId: text("request_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("audit_log_target").on(t.workspaceId, t.targetId, t.id),
  ],
);

export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    /** Key, method and path together. */
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    /** Absent while the first request is still running. */
    responseStatus: integer("response_status"),
    responseBody: text("response_body"),
    responseHeaders: json<Record<string, string>>("response_headers"),
    lockedUntil: instant("locked_until").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] }), index("idempotency_keys_age").on(t.createdAt)],
);

/** GCRA: one timestamp per limited thing. Unlogged: after a crash the limits start afresh. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  theoreticalArrivalAt: instant("theoretical_arrival_at").notNull(),
});
