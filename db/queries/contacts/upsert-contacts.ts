import type { WorkspaceScope } from "@/db/scope";
import { givenAt } from "./consent-moment";

/** One contact to write, already validated and folded. Absent fields keep their value; `clear` names those to empty. */
export type ContactWrite = {
  id: string;
  externalId?: string | undefined;
  kind?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
  preferredHour?: number | undefined;
  country?: string | undefined;
  city?: string | undefined;
  birthDate?: string | undefined;
  attributes?: Record<string, unknown> | undefined;
  tags?: string[] | undefined;
  clear: string[];
  importJobId?: string | undefined;
};

export type SubscriptionWrite = {
  id: string;
  contactId: string;
  channel: string;
  address: string;
  addressKey: string;
  platform: string;
  keys: { p256dh: string; auth: string } | null;
};

export type ConsentWrite = {
  contactId: string;
  channel: string;
  category: string;
  status: string;
  source: string;
  occurredAt: Date;
};

const recordOf = (tx: WorkspaceScope, contacts: ContactWrite[]) => tx.fragment`
  jsonb_to_recordset(${tx.json(contacts)}) as r(id uuid, "externalId" text, kind text, "firstName" text,
    "lastName" text, locale text, "timeZone" text, "preferredHour" smallint, country text, city text, "birthDate" date,
    attributes jsonb, tags text[], clear text[], "importJobId" uuid)`;

/** Arrays, one per column: half the work of JSON on both sides. */
export async function insertContacts(tx: WorkspaceScope, contacts: ContactWrite[]): Promise<void> {
  if (contacts.length === 0) return;
  const column = (read: (contact: ContactWrite) => string | undefined) =>
    contacts.map((contact) => read(contact) ?? null);
  await tx.sql`
    insert into contacts (workspace_id, id, external_id, kind, first_name, last_name, locale, time_zone,
      preferred_hour, country, city, birth_date, attributes, tags, import_job_id)
    select ${tx.id}, r.id, r.external_id, coalesce(r.kind, 'user'), coalesce(r.first_name, ''),
      coalesce(r.last_name, ''), r.locale, r.time_zone, r.preferred_hour, r.country, r.city, r.birth_date,
      jsonb_strip_nulls(r.attributes::jsonb), coalesce(string_to_array(r.tags, ${tagSeparator}), '{}'), r.import_job_id
    from unnest(
      ${column((c) => c.id)}::uuid[], ${column((c) => c.externalId)}::text[], ${column((c) => c.kind)}::text[],
      ${column((c) => c.firstName)}::text[], ${column((c) => c.lastName)}::text[],
      ${column((c) => c.locale)}::text[],
      ${column((c) => c.timeZone)}::text[], ${column((c) => c.preferredHour?.toString())}::text[]::smallint[],
      ${column((c) => c.country)}::text[], ${column((c) => c.city)}::text[],
      ${column((c) => c.birthDate)}::text[]::date[], ${column((c) => JSON.stringify(c.attributes ?? {}))}::text[],
      ${column((c) => c.tags?.join(tagSeparator))}::text[], ${column((c) => c.importJobId)}::uuid[])
      as r(id, external_id, kind, first_name, last_name, locale, time_zone, preferred_hour, country, city,
        birth_date, attributes, tags, import_job_id)`;
}

/** Cannot occur in a tag. */
const tagSeparator = "\u001f";

/** Absent fields stay, fields in `clear` become empty, attributes are merged. */
export async function updateContacts(tx: WorkspaceScope, contacts: ContactWrite[]): Promise<void> {
  if (contacts.length === 0) return;
  const kept = (column: string, field: string) => tx.fragment`
    case when ${field} = any(r.clear) then null else coalesce(r.${tx.name(field)}, c.${tx.name(column)}) end`;
  await tx.sql`
    update contacts c set
      external_id = ${kept("external_id", "externalId")},
      kind = coalesce(r.kind, c.kind),
      first_name = coalesce(r."firstName", c.first_name),
      last_name = coalesce(r."lastName", c.last_name),
      locale = ${kept("locale", "locale")},
      time_zone = ${kept("time_zone", "timeZone")},
      preferred_hour = ${kept("preferred_hour", "preferredHour")},
      country = ${kept("country", "country")},
      city = ${kept("city", "city")},
      birth_date = ${kept("birth_date", "birthDate")},
      attributes = case when r.attributes is null then c.attributes
        else jsonb_strip_nulls(c.attributes || r.attributes) end,
      tags = coalesce(r.tags, c.tags),
      trait_sources = null,
      updated_at = now()
    from ${recordOf(tx, contacts)}
    where c.workspace_id = ${tx.id} and c.id = r.id`;
}

/**
 * Saves endpoints and gives the contacts for whom something changed. One that another contact held moves here: a
 * device belongs to whoever used it last; with `keepHolder` it stays.
 */
export async function upsertSubscriptions(
  tx: WorkspaceScope,
  subscriptions: SubscriptionWrite[],
  { keepHolder = false } = {},
): Promise<string[]> {
  if (subscriptions.length === 0) return [];
  const column = (read: (subscription: SubscriptionWrite) => string | null) => subscriptions.map(read);
  const rows = await tx.sql<{ contactId: string }>`
    insert into subscriptions as s (workspace_id, id, contact_id, channel, address, address_key, platform, keys)
    select ${tx.id}, r.id, r.contact_id, r.channel, r.address, r.address_key, r.platform, r.keys::jsonb
    from unnest(
      ${column((s) => s.id)}::uuid[], ${column((s) => s.contactId)}::uuid[], ${column((s) => s.channel)}::text[],
      ${column((s) => s.address)}::text[], ${column((s) => s.addressKey)}::text[],
      ${column((s) => s.platform)}::text[], ${column((s) => s.keys && JSON.stringify(s.keys))}::text[])
      as r(id, contact_id, channel, address, address_key, platform, keys)
    on conflict (workspace_id, channel, address_key) do update set
      contact_id = excluded.contact_id,
      address = excluded.address,
      platform = case when excluded.platform = 'unknown' then s.platform else excluded.platform end,
      keys = coalesce(excluded.keys, s.keys),
      status = case when s.status in ('gone', 'removed') then 'active' else s.status end,
      updated_at = now()
    where (s.status = 'removed' or not ${keepHolder}::boolean)
      and (s.contact_id <> excluded.contact_id or s.status in ('gone', 'removed')
      or excluded.keys is not null or (excluded.platform <> 'unknown' and s.platform <> excluded.platform))
    returning s.contact_id`;
  return rows.map((row) => row.contactId);
}

/**
 * Keeps the latest word of each person per channel and category, of two at the same moment the one said last; gives
 * the contacts for whom it is another now.
 */
export async function upsertConsents(tx: WorkspaceScope, consents: ConsentWrite[]): Promise<string[]> {
  if (consents.length === 0) return [];
  const rows = await tx.sql<{ contactId: string }>`
    insert into consents as c (workspace_id, contact_id, channel, category, status, source, occurred_at)
    select distinct on (r."contactId", r.channel, r.category)
      ${tx.id}::uuid, r."contactId", r.channel, r.category, r.status, r.source, r."occurredAt"
    from rows from (jsonb_to_recordset(${tx.json(consents)}) as ("contactId" uuid, channel text, category text,
      status text, source text, "occurredAt" timestamptz)) with ordinality as r(
      "contactId", channel, category, status, source, "occurredAt", ordinal)
    order by r."contactId", r.channel, r.category, r."occurredAt" desc, r.ordinal desc
    on conflict (workspace_id, contact_id, channel, category) do update set
      status = excluded.status, source = excluded.source, occurred_at = excluded.occurred_at
    where ${givenAt(tx)} <= excluded.occurred_at and (c.status, c.source, c.occurred_at)
      is distinct from (excluded.status, excluded.source, excluded.occurred_at)
    returning c.contact_id`;
  return rows.map((row) => row.contactId);
}
