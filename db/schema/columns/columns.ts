import { sql } from "drizzle-orm";
import { jsonb, timestamp, uuid } from "drizzle-orm/pg-core";

export const workspaceId = () => uuid("workspace_id").notNull();
export const id = () => uuid("id").notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true });
export const createdAt = () => instant("created_at").notNull().default(sql`now()`);
export const updatedAt = () => instant("updated_at").notNull().default(sql`now()`);
export const json = <T>(name: string) => jsonb(name).$type<T>();
