import type { WorkspaceScope } from "@/db/scope";

export async function nameAnonymous(tx: WorkspaceScope, alias: string, contactId: string): Promise<void> {
  await tx.sql`
    insert into contact_aliases (workspace_id, alias, contact_id) values (${tx.id}, ${alias}, ${contactId})`;
}

/** Gives a contact without an external id this one; false when it has one already. */
export async function nameContact(
  tx: WorkspaceScope,
  contactId: string,
  externalId: string,
): Promise<boolean> {
  const rows = await tx.sql`
    update contacts set external_id = ${externalId}, kind = case when kind = 'guest' then 'user' else kind end,
      updated_at = now()
    where workspace_id = ${tx.id} and id = ${contactId} and (external_id is null or external_id = ${externalId})
    returning id`;
  return rows.length > 0;
}

/**
 * Everything of one contact becomes another's: what it did, where it is reached, what it agreed to where the other has
 * said nothing, and what was known of it alone. Its id is an alias afterwards. Past notifications keep naming it.
 */
export async function mergeInto(tx: WorkspaceScope, from: string, into: string): Promise<void> {
  await moveEngagements(tx, from, into);
  await tx.sql`
    update events set contact_id = ${into} where workspace_id = ${tx.id} and contact_id = ${from}`;
  await tx.sql`
    update subscriptions set contact_id = ${into}, updated_at = now()
    where workspace_id = ${tx.id} and contact_id = ${from}`;
  await tx.sql`
    update orders set contact_id = ${into}, updated_at = now()
    where workspace_id = ${tx.id} and contact_id = ${from}`;
  // Where both had a place of the same run, one is enough.
  await tx.sql`
    update contact_slots s set contact_id = ${into}
    where s.workspace_id = ${tx.id} and s.contact_id = ${from} and not exists (
      select 1 from contact_slots o where o.workspace_id = ${tx.id} and o.contact_id = ${into} and o.run_id = s.run_id)`;
  // Where both are inside for the same reason the user's own way counts; the other one goes with the contact.
  await tx.sql`
    update enrolments e set contact_id = ${into}
    where e.workspace_id = ${tx.id} and e.contact_id = ${from} and not exists (
      select 1 from enrolments o where o.workspace_id = ${tx.id} and o.automation_id = e.automation_id
        and o.contact_id = ${into} and o.entry_key = e.entry_key)`;
  await tx.sql`
    insert into consents (workspace_id, contact_id, channel, category, status, source, occurred_at)
    select workspace_id, ${into}::uuid, channel, category, status, source, occurred_at from consents
    where workspace_id = ${tx.id} and contact_id = ${from}
    on conflict do nothing`;
  await tx.sql`select merge_redeemers(${tx.id}, ${from}, ${into})`;
  await tx.sql`
    update contacts c set locale = coalesce(c.locale, f.locale), time_zone = coalesce(c.time_zone, f.time_zone),
      country = coalesce(c.country, f.country), city = coalesce(c.city, f.city),
      birth_date = coalesce(c.birth_date, f.birth_date), attributes = f.attributes || c.attributes,
      tags = c.tags || array(select t from unnest(f.tags) t where t <> all(c.tags)),
      last_active_at = greatest(c.last_active_at, f.last_active_at), updated_at = now()
    from contacts f
    where c.workspace_id = ${tx.id} and c.id = ${into} and f.workspace_id = ${tx.id} and f.id = ${from}`;
  await tx.sql`
    update contact_aliases set contact_id = ${into} where workspace_id = ${tx.id} and contact_id = ${from}`;
  await tx.sql`
    insert into contact_aliases (workspace_id, alias, contact_id) values (${tx.id}, ${from}, ${into})
    on conflict (workspace_id, alias) do update set contact_id = excluded.contact_id`;
  await tx.sql`delete from contacts where workspace_id = ${tx.id} and id = ${from}`;
}

/** Else the next click on the same message would count as another person's first. Found by events: by run they have no index. */
async function moveEngagements(tx: WorkspaceScope, from: string, into: string): Promise<void> {
  await tx.sql`
    with moved as (
      delete from engagements where workspace_id = ${tx.id} and contact_id = ${from} and run_id = any(array(
        select distinct run_id from events
        where workspace_id = ${tx.id} and contact_id = ${from} and source = 'tracking' and run_id is not null))
      returning *)
    insert into engagements as e (workspace_id, run_id, contact_id, kind, link_no, is_automated, first_at, last_at, total)
    select workspace_id, run_id, ${into}::uuid, kind, link_no, is_automated, first_at, last_at, total from moved
    order by run_id, kind, link_no, is_automated
    on conflict (workspace_id, run_id, contact_id, kind, link_no, is_automated) do update set
      total = e.total + excluded.total, first_at = least(e.first_at, excluded.first_at),
      last_at = greatest(e.last_at, excluded.last_at)`;
}
