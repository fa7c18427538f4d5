import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { jobKinds, jobStatuses } from "@/lib/domain/jobs/job";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "./columns/columns";
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
    reason: text("reason").notNull(),
    /** Heading of the column at fault; empty when the whole row is. */
    column: text("column_name").notNull().default(""),
    fields: json<string[]>("fields").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.jobId, t.line] }),
    foreignKey({ columns: [t.workspaceId, t.jobId], foreignColumns: [jobs.workspaceId, jobs.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** Whom an import has already met in its file, so that a second row about somebody is known as one. */
export const jobSightings = pgTable(
  "job_sightings",
  {
    workspaceId: workspaceId(),
    jobId: uuid("job_id").notNull(),
    key: uuid("key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.jobId, t.key] }),
    foreignKey({ columns: [t.workspaceId, t.jobId], foreignColumns: [jobs.workspaceId, jobs.id] }).onDelete(
      "cascade",
    ),
  ],
);
