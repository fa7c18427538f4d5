import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { channels } from "@/lib/domain/channels/channel";
import { providerKinds, providerStatuses } from "@/lib/domain/providers/provider";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "./columns/columns";
import { workspaces } from "./workspaces";

export const providers = pgTable(
  "providers",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    channel: text("channel", { enum: channels }).notNull(),
    kind: text("kind", { enum: providerKinds }).notNull(),
    name: text("name").notNull(),
    /** AES-256-GCM, bound to this workspace and row. */
    credentials: text("credentials").notNull(),
    /** What may be shown of the credentials: public fields, masks of the secret ones. */
    credentialHints: json<Record<string, string>>("credential_hints").notNull(),
    credentialsChangedAt: instant("credentials_changed_at").notNull().default(sql`now()`),
    credentialsChangedBy: text("credentials_changed_by").notNull().default(""),
    status: text("status", { enum: providerStatuses }).notNull().default("inactive"),
    ratePerSecond: integer("rate_per_second").notNull(),
    /** When the connection was last tested with success. */
    verifiedAt: instant("verified_at"),
    testedAt: instant("tested_at"),
    /** What the last test of the connection was answered, if it failed. */
    testFailure: text("test_failure"),
    /** Since when the provider refuses the credentials; emptied by the next success. */
    refusedAt: instant("refused_at"),
    lastSuccessAt: instant("last_success_at"),
    lastFailureAt: instant("last_failure_at"),
    lastFailureDetail: text("last_failure_detail"),
    /** Raised when the credentials change, so that open transports are replaced. */
    version: integer("version").notNull().default(1),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("providers_active")
      .on(t.workspaceId, t.channel)
      .where(sql`status = 'active' and archived_at is null`),
    index("providers_channel").on(t.workspaceId, t.channel, t.id),
    check("providers_status", sql`status in ('active', 'inactive')`),
    check("providers_rate", sql`rate_per_second between 1 and 100000`),
  ],
);

/** What a provider answered, by the hour: health is read from the last 24 rows, never from deliveries. */
export const providerHours = pgTable(
  "provider_hours",
  {
    workspaceId: workspaceId(),
    providerId: uuid("provider_id").notNull(),
    hour: instant("hour").notNull(),
    accepted: integer("accepted").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    faulted: integer("faulted").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.providerId, t.hour] }),
    foreignKey({
      columns: [t.workspaceId, t.providerId],
      foreignColumns: [providers.workspaceId, providers.id],
    }).onDelete("cascade"),
  ],
);
