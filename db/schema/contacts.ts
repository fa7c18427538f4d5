import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import {
  consentStatuses,
  contactKinds,
  platforms,
  storedSubscriptionStatuses,
} from "@/lib/domain/contacts/contact";
import type { TraitSources } from "@/lib/domain/events/trait-precedence";
import { createdAt, id, instant, json, updatedAt, workspaceId } from "./columns/columns";
import { workspaces } from "./workspaces";

export const contacts = pgTable(
  "contacts",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: id(),
    externalId: text("external_id"),
    kind: text("kind", { enum: contactKinds }).notNull().default("user"),
    firstName: text("first_name").notNull().default(""),
    lastName: text("last_name").notNull().default(""),
    /** Both names, folded for search (Turkish letters and case removed). */
    nameKey: text("name_key").notNull().generatedAlwaysAs(sql`fold_text(first_name || ' ' || last_name)`),
    /** BCP 47, e.g. `tr` or `en-GB`. */
    locale: text("locale"),
    /** IANA zone. */
    timeZone: text("time_zone"),
    /** ISO 3166-1 alpha-2. */
    country: text("country"),
    city: text("city"),
    birthDate: date("birth_date", { mode: "string" }),
    /** Month times a hundred plus day. */
    birthDay: smallint("birth_day").generatedAlwaysAs(
      sql`extract(month from birth_date) * 100 + extract(day from birth_date)`,
    ),
    attributes: json<Record<string, unknown>>("attributes").notNull(),
    tags: text("tags").array().notNull(),
    lastActiveAt: instant("last_active_at"),
    /** The hour of the day at which the person asked to be written to. */
    preferredHour: smallint("preferred_hour"),
    /** Who said each trait and when; null: all of them by the API, when the row was updated. */
    traitSources: json<TraitSources>("trait_sources"),
    /** Personal data removed on request; the row stays so that old reports still add up. */
    erasedAt: instant("erased_at"),
    /** The import that made the row. */
    importJobId: uuid("import_job_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("contacts_external_id").on(t.workspaceId, t.externalId),
    index("contacts_name").on(t.workspaceId, t.nameKey, t.id),
  ],
);

/** One reachable endpoint of a contact. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    workspaceId: workspaceId(),
    id: id(),
    contactId: uuid("contact_id").notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    /** As it is sent to: E.164, e-mail, FCM token, push endpoint, chat id. */
    address: text("address").notNull(),
    /** The address folded, so that one endpoint exists once per workspace. */
    addressKey: text("address_key").notNull(),
    platform: text("platform", { enum: platforms }).notNull().default("unknown"),
    /** Web push only: p256dh and auth. */
    keys: json<{ p256dh: string; auth: string }>("keys"),
    /** IANA zone that the device reported. */
    timeZone: text("time_zone"),
    status: text("status", { enum: storedSubscriptionStatuses }).notNull().default("active"),
    failureCount: integer("failure_count").notNull().default(0),
    lastFailureCode: text("last_failure_code"),
    lastFailureAt: instant("last_failure_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("subscriptions_address").on(t.workspaceId, t.channel, t.addressKey.op("text_pattern_ops")),
    index("subscriptions_contact").on(t.workspaceId, t.contactId, t.channel),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
    }).onDelete("cascade"),
  ],
);

/** What a person said about one channel and category, with proof of when and where. */
export const consents = pgTable(
  "consents",
  {
    workspaceId: workspaceId(),
    contactId: uuid("contact_id").notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    category: text("category", { enum: messageCategories }).notNull(),
    status: text("status", { enum: consentStatuses }).notNull(),
    source: text("source").notNull(),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.contactId, t.channel, t.category] }),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
    }).onDelete("cascade"),
  ],
);

/** Addresses that must not be written to, whoever holds them: hard bounces, complaints, opt-outs by reply. */
export const suppressions = pgTable(
  "suppressions",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    channel: text("channel", { enum: channels }).notNull(),
    addressKey: text("address_key").notNull(),
    reason: text("reason").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.channel, t.addressKey] })],
);
