import type { WorkspaceScope } from "@/db/scope";

/** One contact to write, already validated and folded. Absent fields keep their value; `clear` names those to empty. */
export type ContactWrite = {
  id: string;
  externalId?: string | undefined;
  kind?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  nameKey: string;
  locale?: string | undefined;
  timeZone?: string | undefined;
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
    "lastName" text, "nameKey" text, locale text, "timeZone" text, country text, city text, "birthDate" date,
    attributes jsonb, tags text[], clear text[], "importJobId" uuid)`;

export async function insertContacts(tx: WorkspaceScope, contacts: ContactWrite[]): Promise<void> {
  if (contacts.length === 0) return;
  await tx.sql`
    insert into contacts (workspace_id, id, external_id, kind, first_name, last_name, name_key, locale, time_zone,
      country, city, birth_date, attributes, tags, import_job_id)
    select ${tx.id}, r.id, r."externalId", coalesce(r.kind, 'user'), coalesce(r."firstName", ''),
      coalesce(r."lastName", ''), r."nameKey", r.locale, r."timeZone", r.country, r.city, r."birthDate",
      jsonb_strip_nulls(coalesce(r.attributes, '{}')), coalesce(r.tags, '{}'), r."importJobId"
    from ${recordOf(tx, contacts)}`;
}

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
      name_key = r."nameKey",
      locale = ${kept("locale", "locale")},
      time_zone = ${kept("time_zone", "timeZone")},
      country = ${kept("country", "country")},
      city = ${kept("city", "city")},
      birth_date = ${kept("birth_date", "birthDate")},
      attributes = case when r.attributes is null then c.attributes
        else jsonb_strip_nulls(c.attributes || r.attributes) end,
      tags = coalesce(r.tags, c.tags),
      updated_at = now()
    from ${recordOf(tx, contacts)}
    where c.workspace_id = ${tx.id} and c.id = r.id`;
}

/** Saves endpoints. One that another contact held moves here: a device belongs to whoever used it last. */
export async function upsertSubscriptions(
  tx: WorkspaceScope,
  subscriptions: SubscriptionWrite[],
): Promise<void> {
  if (subscriptions.length === 0) return;
  await tx.sql`
    insert into subscriptions as s (workspace_id, id, contact_id, channel, address, address_key, platform, keys)
    select ${tx.id}, r.id, r."contactId", r.channel, r.address, r."addressKey", r.platform, r.keys
    from jsonb_to_recordset(${tx.json(subscriptions)}) as r(id uuid, "contactId" uuid, channel text, address text,
      "addressKey" text, platform text, keys jsonb)
    on conflict (workspace_id, channel, address_key) do update set
      contact_id = excluded.contact_id,
      address = excluded.address,
      platform = case when excluded.platform = 'unknown' then s.platform else excluded.platform end,
      keys = coalesce(excluded.keys, s.keys),
      status = case when s.status = 'gone' then 'active' else s.status end,
      updated_at = now()
    where s.contact_id <> excluded.contact_id or s.status = 'gone' or excluded.keys is not null
      or (excluded.platform <> 'unknown' and s.platform <> excluded.platform)`;
}

/** Keeps the latest word of each person per channel and category. */
export async function upsertConsents(tx: WorkspaceScope, consents: ConsentWrite[]): Promise<void> {
  if (consents.length === 0) return;
  await tx.sql`
    insert into consents as c (workspace_id, contact_id, channel, category, status, source, occurred_at)
    select distinct on (r."contactId", r.channel, r.category)
      ${tx.id}::uuid, r."contactId", r.channel, r.category, r.status, r.source, r."occurredAt"
    from jsonb_to_recordset(${tx.json(consents)}) as r("contactId" uuid, channel text, category text, status text,
      source text, "occurredAt" timestamptz)
    order by r."contactId", r.channel, r.category, r."occurredAt" desc
    on conflict (workspace_id, contact_id, channel, category) do update set
      status = excluded.status, source = excluded.source, occurred_at = excluded.occurred_at
    where c.occurred_at <= excluded.occurred_at`;
}
