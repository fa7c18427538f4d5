import { sql } from "drizzle-orm";
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
import {
  automationStatuses,
  enrolmentStatuses,
  exitReasons,
  passageOutcomes,
} from "@/lib/domain/automations/automation";
import { type Definition, triggerKinds } from "@/lib/domain/automations/definition";
import type { Subject } from "@/lib/domain/automations/journey/subject";
import type { Scenario } from "@/lib/domain/automations/tests/scenario";
import type { KeptDocument } from "@/lib/domain/campaigns/document/notification-document";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "./columns/columns";
import { contacts } from "./contacts";
import { workspaces } from "./workspaces";

export const automations = pgTable(
  "automations",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    status: text("status", { enum: automationStatuses }).notNull().default("draft"),
    draft: json<Definition>("draft").notNull(),
    /** Raised on each change; an edit names the version it read. */
    version: integer("version").notNull().default(1),
    /** Of the published definition that new people follow; null before the first. */
    liveNumber: integer("live_number"),
    triggerKind: text("trigger_kind", { enum: triggerKinds }).notNull(),
    /** Names of the events that must be looked at while it is live or paused. */
    listens: text("listens").array().notNull(),
    /** Up to when a sweep has looked for people who came due. */
    sweptUntil: instant("swept_until"),
    /** When it was published or resumed last: nobody who came due before comes in. */
    liveSince: instant("live_since"),
    /** The notification document it was made of. */
    document: json<KeptDocument>("document"),
    createdBy: text("created_by").notNull(),
    publishedAt: instant("published_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("automations_open").on(t.workspaceId).where(sql`status in ('live', 'paused')`),
  ],
);

export const automationVersions = pgTable(
  "automation_versions",
  {
    workspaceId: workspaceId(),
    automationId: uuid("automation_id").notNull(),
    number: integer("number").notNull(),
    definition: json<Definition>("definition").notNull(),
    publishedBy: text("published_by").notNull(),
    publishedAt: instant("published_at").notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.automationId, t.number] }),
    foreignKey({
      columns: [t.workspaceId, t.automationId],
      foreignColumns: [automations.workspaceId, automations.id],
    }).onDelete("cascade"),
  ],
);

/** One person on the way through one version of an automation: the row is the truth, and its timer. */
export const enrolments = pgTable(
  "enrolments",
  {
    workspaceId: workspaceId(),
    id: id(),
    automationId: uuid("automation_id").notNull(),
    versionNumber: integer("version_number").notNull(),
    contactId: uuid("contact_id").notNull(),
    /** What it is about: once per automation, person and key. */
    entryKey: text("entry_key").notNull(),
    subject: json<Subject>("subject").notNull(),
    status: text("status", { enum: enrolmentStatuses }).notNull().default("active"),
    exitReason: text("exit_reason", { enum: exitReasons }),
    /** Where the person waits; null at the trigger. */
    stepId: uuid("step_id"),
    dueAt: instant("due_at"),
    /** When the trigger happened; what happens later may take the person out. */
    triggeredAt: instant("triggered_at").notNull(),
    /** Of the trigger's event, for the messages. */
    properties: json<Record<string, unknown>>("properties").notNull(),
    isTest: boolean("is_test").notNull().default(false),
    skipWaits: boolean("skip_waits").notNull().default(false),
    /** How many entries of the timeline there are. */
    passages: integer("passages").notNull().default(0),
    enteredAt: instant("entered_at").notNull().default(sql`now()`),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("enrolments_entry").on(t.workspaceId, t.automationId, t.contactId, t.entryKey),
    index("enrolments_contact").on(t.workspaceId, t.contactId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.automationId, t.versionNumber],
      foreignColumns: [
        automationVersions.workspaceId,
        automationVersions.automationId,
        automationVersions.number,
      ],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
    }).onDelete("cascade"),
  ],
);

export const enrolmentPassages = pgTable(
  "enrolment_passages",
  {
    workspaceId: workspaceId(),
    enrolmentId: uuid("enrolment_id").notNull(),
    position: integer("position").notNull(),
    at: instant("at").notNull(),
    stepId: uuid("step_id"),
    outcome: text("outcome", { enum: passageOutcomes }).notNull(),
    reason: text("reason"),
    detail: json<Record<string, unknown>>("detail").notNull(),
    runId: uuid("run_id"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.enrolmentId, t.position] })],
);

/** These events at these times must give these messages. */
export const automationTests = pgTable(
  "automation_tests",
  {
    workspaceId: workspaceId(),
    automationId: uuid("automation_id").notNull(),
    id: id(),
    name: text("name").notNull(),
    scenario: json<Scenario>("scenario").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.automationId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.automationId],
      foreignColumns: [automations.workspaceId, automations.id],
    }).onDelete("cascade"),
  ],
);
