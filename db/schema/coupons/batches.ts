import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { type BatchReceipt, batchSources, batchStatuses } from "@/lib/domain/coupons/batches/batch";
import type { CodeDesign } from "@/lib/domain/coupons/batches/code-design";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "../columns/columns";
import { workspaces } from "../workspaces";

/** One bulk generation or import of codes. */
export const couponBatches = pgTable(
  "coupon_batches",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    offerId: uuid("offer_id").notNull(),
    /** BATCH-YYYYMMDD-NNN */
    batchCode: text("batch_code").notNull(),
    name: text("name").notNull(),
    source: text("source", { enum: batchSources }).notNull().default("generated"),
    status: text("status", { enum: batchStatuses }).notNull().default("pending"),
    design: json<CodeDesign>("design").notNull(),
    quantity: integer("quantity").notNull(),
    /** Codes with a lower `seq` exist: moved in the transaction that writes them. */
    generated: integer("generated").notNull().default(0),
    /** What they are a function of, encrypted. */
    secret: text("secret"),
    /** Codes with a lower `seq` were given to recipients, or came back. */
    allocated: integer("allocated").notNull().default(0),
    jobId: uuid("job_id"),
    errorDetail: text("error_detail"),
    /** What was counted at the end. */
    receipt: json<BatchReceipt>("receipt"),
    /** Extra codes that are given to nobody, no part of the quantity. */
    honeytokens: integer("honeytokens").notNull().default(0),
    /** What codes that are still to be written will be. */
    isDisabled: boolean("is_disabled").notNull().default(false),
    createdBy: text("created_by").notNull(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("coupon_batches_code").on(t.workspaceId, t.batchCode),
    index("coupon_batches_offer").on(t.workspaceId, t.offerId, t.id),
  ],
);

export const couponCodes = pgTable(
  "coupon_codes",
  {
    workspaceId: workspaceId(),
    /** What `foldCode` makes of the code and of whatever people type. */
    codeKey: text("code_key").notNull(),
    code: text("code").notNull(),
    offerId: uuid("offer_id").notNull(),
    batchId: uuid("batch_id"),
    seq: integer("seq"),
    /** Live redemptions of this code. */
    uses: integer("uses").notNull().default(0),
    /** Whom it was made for; nobody else may use it. */
    contactId: uuid("contact_id"),
    isDisabled: boolean("is_disabled").notNull().default(false),
    /** Planted and given to nobody: whoever tries it is guessing. */
    isHoneytoken: boolean("is_honeytoken").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.codeKey] }),
    uniqueIndex("coupon_codes_seq").on(t.workspaceId, t.batchId, t.seq),
    index("coupon_codes_single").on(t.workspaceId, t.offerId),
    index("coupon_codes_contact").on(t.workspaceId, t.contactId),
  ],
);
