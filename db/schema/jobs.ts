import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { subscriptionStatuses } from "@/lib/domain/contacts/contact";
import { jobKinds, jobStatuses } from "@/lib/domain/jobs/job";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "./columns/columns";
import { contacts } from "./contacts";
import { workspaces } from "./workspaces";

/** A long piece of work a person waits for: an import, an export. Its row is the progress bar. */
export const jobs = pgTable(
  "jobs",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    kind: text("kind", { enum: jobKinds }).notNull(),
    status: text("status", { enum: jobStatuses }).notNull(),
    title: text("title").notNull(),
    /** Absent until it is known; an estimate until the job has ended. */
    total: integer("total"),
    done: integer("done").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    params: json<Record<string, unknown>>("params").notNull(),
    /** Where to go on after a stop or a crash; written in the transaction of the rows it stands for. */
    cursor: json<Record<string, unknown>>("cursor"),
    /** Token of the one execution that may write progress. */
    fence: uuid("fence"),
    /** Time spent working, pauses left out. */
    activeMillis: integer("active_millis").notNull().default(0),
    result: json<Record<string, unknown>>("result"),
    errorDetail: text("error_detail"),
    createdBy: text("created_by").notNull(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    /** When its files and refused rows are removed. */
    expiresAt: instant("expires_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("jobs_kind").on(t.workspaceId, t.kind, t.id),
    index("jobs_expiry").on(t.expiresAt),
  ],
);

/** A row of a file that a job refused, as it was, and why. */
export const jobErrors = pgTable(
  "job_errors",
  {
    workspaceId: workspaceId(),
    jobId: uuid("job_id").notNull(),
    /** Line of the file on which the row begins. */
    line: integer("line").notNull(),
    /** Everything that is wrong; the column is named by its heading, and empty when the whole row is at fault. */
    problems: json<{ reason: string; column: string }[]>("problems").notNull(),
    fields: json<string[]>("fields").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.jobId, t.line] }),
    foreignKey({ columns: [t.workspaceId, t.jobId], foreignColumns: [jobs.workspaceId, jobs.id] }).onDelete(
      "cascade",
    ),
  ],
);

/**
 * Whom an import has already met in its file, so that a second row about somebody is known as one; and in a check, who
 * holds an address by then.
 */
export const jobSightings = pgTable(
  "job_sightings",
  {
    workspaceId: workspaceId(),
    jobId: uuid("job_id").notNull(),
    key: uuid("key").notNull(),
    /** Of the key of an address. */
    holder: uuid("holder"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.jobId, t.key] }),
    foreignKey({ columns: [t.workspaceId, t.jobId], foreignColumns: [jobs.workspaceId, jobs.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** Whose addresses an import gave to others, so that undoing it gives them back. */
export const movedAddresses = pgTable(
  "moved_addresses",
  {
    workspaceId: workspaceId(),
    jobId: uuid("job_id").notNull(),
    subscriptionId: uuid("subscription_id").notNull(),
    /** Who had it before the import. */
    contactId: uuid("contact_id").notNull(),
    /** What it was with them. */
    status: text("status", { enum: subscriptionStatuses }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.jobId, t.subscriptionId] }),
    foreignKey({ columns: [t.workspaceId, t.jobId], foreignColumns: [jobs.workspaceId, jobs.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
    }).onDelete("cascade"),
    index("moved_addresses_contact").on(t.workspaceId, t.contactId),
  ],
);
