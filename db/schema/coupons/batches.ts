import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type BatchReceipt, batchSources, batchStatuses } from "@/lib/domain/coupons/batches/batch";
import type { CodeDesign } from "@/lib/domain/coupons/batches/code-design";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "../columns/columns";
import { jobs } from "../jobs";
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
  ],
);

/** Which code of a batch a recipient of a run got: the same on every try and every channel. */
export const codeAllocations = pgTable(
  "code_allocations",
  {
    workspaceId: workspaceId(),
    runId: uuid("run_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    batchId: uuid("batch_id").notNull(),
    seq: integer("seq").notNull(),
    allocatedAt: instant("allocated_at").notNull().defaultNow(),
    /** Somebody was asked for its message and did not answer: it never goes to another person. */
    mayHaveArrived: boolean("may_have_arrived").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.runId, t.contactId, t.batchId] }),
    uniqueIndex("code_allocations_seq").on(t.workspaceId, t.batchId, t.seq),
  ],
);

/** Codes whose message will not arrive: given out again before new ones. */
export const returnedCodes = pgTable(
  "returned_codes",
  { workspaceId: workspaceId(), batchId: uuid("batch_id").notNull(), seq: integer("seq").notNull() },
  (t) => [primaryKey({ columns: [t.workspaceId, t.batchId, t.seq] })],
);

/** Codes of a file that was checked, each once, until they are written or the job expires. */
export const couponImportRows = pgTable(
  "coupon_import_rows",
  {
    workspaceId: workspaceId(),
    jobId: uuid("job_id").notNull(),
    codeKey: text("code_key").notNull(),
    line: integer("line").notNull(),
    code: text("code").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.jobId, t.codeKey] }),
    foreignKey({ columns: [t.workspaceId, t.jobId], foreignColumns: [jobs.workspaceId, jobs.id] }).onDelete(
      "cascade",
    ),
    index("coupon_import_rows_line").on(t.workspaceId, t.jobId, t.line),
  ],
);
