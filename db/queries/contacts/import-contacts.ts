import type { WorkspaceScope } from "@/db/scope";
import type { ConsentWrite, ContactWrite } from "./upsert-contacts";

/**
 * Statements of this transaction are planned without looking at the workspace id. A workspace that grows by
 * thousands of rows a second is unknown to the statistics, and the planner then believes that it has one row and
 * takes whichever index comes first.
 */
export async function planForUnknownSize(tx: WorkspaceScope): Promise<void> {
  await tx.sql`set local plan_cache_mode = force_generic_plan`;
}

/** Tells the planner what has arrived, so that the next campaign's queries find the right index. */
export async function refreshContactStatistics(scope: WorkspaceScope): Promise<void> {
  await scope.sql`analyze contacts (workspace_id, id, name_key)`;
  await scope.sql`analyze subscriptions (workspace_id, contact_id)`;
}

/** Fewer rows tell the planner nothing of what a table is like when it is in use. */
const telltaleRows = 1_000;

/** Nobody has looked at the tables that contacts fill since they were all but empty. */
export async function lacksContactStatistics(scope: WorkspaceScope): Promise<boolean> {
  const [row] = await scope.sql<{ lacks: boolean }>`
    select bool_or(reltuples < ${telltaleRows}) as lacks from pg_class
    where oid = any(array['contacts'::regclass, 'subscriptions'::regclass])`;
  return row?.lacks ?? false;
}

/** Adds what a file says to what is known; gives the contacts that are different now. Tags are only ever added. */
export async function mergeContacts(tx: WorkspaceScope, contacts: ContactWrite[]): Promise<string[]> {
  if (contacts.length === 0) return [];
  const rows = await tx.sql<{ id: string }>`
    update contacts c set
      external_id = n.external_id, kind = n.kind, first_name = n.first_name, last_name = n.last_name,
      locale = n.locale, time_zone = n.time_zone, preferred_hour = n.preferred_hour, country = n.country,
      city = n.city, birth_date = n.birth_date, attributes = n.attributes, tags = n.tags, trait_sources = null,
      updated_at = now()
    from jsonb_to_recordset(${tx.json(contacts)}) as r(id uuid, "externalId" text, kind text, "firstName" text,
      "lastName" text, locale text, "timeZone" text, "preferredHour" smallint, country text, city text, "birthDate" date,
      attributes jsonb, tags text[])
    join contacts o on o.workspace_id = ${tx.id} and o.id = r.id
    cross join lateral (select
      coalesce(r."externalId", o.external_id) as external_id, coalesce(r.kind, o.kind) as kind,
      coalesce(r."firstName", o.first_name) as first_name, coalesce(r."lastName", o.last_name) as last_name,
      coalesce(r.locale, o.locale) as locale,
      coalesce(r."timeZone", o.time_zone) as time_zone,
      coalesce(r."preferredHour", o.preferred_hour) as preferred_hour, coalesce(r.country, o.country) as country,
      coalesce(r.city, o.city) as city, coalesce(r."birthDate", o.birth_date) as birth_date,
      jsonb_strip_nulls(o.attributes || coalesce(r.attributes, '{}')) as attributes,
      o.tags || array(select t from unnest(r.tags) t where t <> all(o.tags)) as tags) n
    where c.workspace_id = ${tx.id} and c.id = o.id
      and (o.external_id, o.kind, o.first_name, o.last_name, o.locale, o.time_zone, o.preferred_hour, o.country, o.city, o.birth_date,
          o.attributes, o.tags)
        is distinct from (n.external_id, n.kind, n.first_name, n.last_name, n.locale, n.time_zone, n.preferred_hour, n.country, n.city,
          n.birth_date, n.attributes, n.tags)
    returning c.id`;
  return rows.map((row) => row.id);
}

/** What a file attests never outweighs what the person has said: a yes fills a gap, only a no overwrites. */
export async function attestConsents(tx: WorkspaceScope, consents: ConsentWrite[]): Promise<string[]> {
  if (consents.length === 0) return [];
  const rows = await tx.sql<{ contactId: string }>`
    insert into consents as c (workspace_id, contact_id, channel, category, status, source, occurred_at)
    select distinct on (r.contact_id, r.channel, r.category)
      ${tx.id}::uuid, r.contact_id, r.channel, r.category, r.status, r.source, r.occurred_at
    from unnest(
      ${consents.map((c) => c.contactId)}::uuid[], ${consents.map((c) => c.channel)}::text[],
      ${consents.map((c) => c.category)}::text[], ${consents.map((c) => c.status)}::text[],
      ${consents.map((c) => c.source)}::text[], ${consents.map((c) => c.occurredAt.toISOString())}::timestamptz[])
      with ordinality as r(contact_id, channel, category, status, source, occurred_at, ordinal)
    order by r.contact_id, r.channel, r.category, r.ordinal
    on conflict (workspace_id, contact_id, channel, category) do update set
      status = excluded.status, source = excluded.source, occurred_at = excluded.occurred_at
    where excluded.status = 'denied' and c.status = 'granted'
    returning c.contact_id`;
  return rows.map((row) => row.contactId);
}
