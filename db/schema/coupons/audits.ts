import { integer, pgTable, uuid } from "drizzle-orm/pg-core";
import type { InvariantCheck } from "@/lib/domain/coupons/ledger/invariant";
import { instant, json } from "../columns/columns";
import { workspaces } from "../workspaces";

/** What the last look at the coupon ledger found. */
export const couponAudits = pgTable("coupon_audits", {
  workspaceId: uuid("workspace_id")
    .primaryKey()
    .references(() => workspaces.id, { onDelete: "cascade" }),
  checkedAt: instant("checked_at").notNull(),
  /** How many things did not agree. */
  off: integer("off").notNull(),
  checks: json<InvariantCheck[]>("checks").notNull(),
});
