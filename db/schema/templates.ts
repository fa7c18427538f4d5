import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Content } from "@/lib/domain/content/content";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "./columns/columns";
import { workspaces } from "./workspaces";

export const templates = pgTable(
  "templates",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    channel: text("channel").notNull(),
    category: text("category").notNull(),
    contents: json<Content[]>("contents").notNull(),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("templates_channel").on(t.workspaceId, t.channel, t.id),
  ],
);
