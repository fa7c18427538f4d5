import { sql } from "drizzle-orm";
import { integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "./columns/columns";
import { workspaces } from "./workspaces";

export const providers = pgTable(
  "providers",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    channel: text("channel").notNull(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    /** AES-256-GCM, bound to this workspace and row. */
    credentials: text("credentials").notNull(),
    /** What may be shown of the credentials: public fields, masks of the secret ones. */
    credentialHints: json<Record<string, string>>("credential_hints").notNull(),
    status: text("status").notNull().default("unverified"),
    ratePerSecond: integer("rate_per_second").notNull(),
    lastSuccessAt: instant("last_success_at"),
    lastFailureAt: instant("last_failure_at"),
    lastFailureDetail: text("last_failure_detail"),
    /** Raised on each change, so that open transports are replaced. */
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
  ],
);
