import type { SystemScope } from "@/db/scope";

/**
 * Counts anew when people whom we heard of since a moment open and click, by hour of the week on their own clock, over
 * the last half year. What machines did does not count. Counted anew each time, so that a repeat changes nothing.
 */
export async function unsafeAcrossWorkspacesLearnContactHours(
  system: SystemScope,
  since: Date,
): Promise<number> {
  const rows = await system.sql`
    with touched as (
      select distinct workspace_id, contact_id from engagements
      where last_at > ${since} and not is_automated and kind in ('opened', 'clicked')
    ), acts as (
      select t.workspace_id, t.contact_id,
        ((extract(isodow from local.at) - 1) * 24 + extract(hour from local.at))::int as hour, count(*) as acts
      from touched t
      join contacts c on c.workspace_id = t.workspace_id and c.id = t.contact_id
      join workspaces w on w.id = t.workspace_id
      join notifications n on n.workspace_id = t.workspace_id and n.contact_id = t.contact_id
        and n.run_id >= first_id_at(now() - interval '180 days')
      join engagements e on e.workspace_id = n.workspace_id and e.run_id = n.run_id and e.contact_id = n.contact_id
        and not e.is_automated and e.kind in ('opened', 'clicked')
      cross join lateral (select e.first_at at time zone coalesce(c.time_zone, w.time_zone) as at) local
      group by 1, 2, 3
    ), people as (
      select distinct workspace_id, contact_id from acts
    )
    insert into contact_hours (workspace_id, contact_id, hours)
    select p.workspace_id, p.contact_id, array(
      select least(coalesce(a.acts, 0), 32767)::smallint from generate_series(0, 167) h(hour)
      left join acts a on a.workspace_id = p.workspace_id and a.contact_id = p.contact_id and a.hour = h.hour
      order by h.hour)
    from people p
    on conflict (workspace_id, contact_id) do update set hours = excluded.hours, updated_at = now()
    returning 1`;
  return rows.length;
}

/** The same for everybody of a workspace together, for those whose count is older than a moment. */
export async function unsafeAcrossWorkspacesLearnWorkspaceHours(
  system: SystemScope,
  olderThan: Date,
): Promise<number> {
  const rows = await system.sql`
    with acts as (
      select e.workspace_id, ((extract(isodow from local.at) - 1) * 24 + extract(hour from local.at))::int as hour,
        count(*)::int as acts
      from engagements e
      join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
      join workspaces w on w.id = e.workspace_id
      left join workspace_hours known on known.workspace_id = e.workspace_id
      cross join lateral (select e.first_at at time zone coalesce(c.time_zone, w.time_zone) as at) local
      where e.run_id >= first_id_at(now() - interval '30 days') and not e.is_automated
        and e.kind in ('opened', 'clicked') and (known.updated_at is null or known.updated_at < ${olderThan})
      group by 1, 2
    ), spaces as (
      select distinct workspace_id from acts
    )
    insert into workspace_hours (workspace_id, hours)
    select s.workspace_id, array(
      select coalesce(a.acts, 0) from generate_series(0, 167) h(hour)
      left join acts a on a.workspace_id = s.workspace_id and a.hour = h.hour order by h.hour)
    from spaces s
    on conflict (workspace_id) do update set hours = excluded.hours, updated_at = now()
    returning 1`;
  return rows.length;
}
