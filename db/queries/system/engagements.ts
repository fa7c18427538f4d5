import type { SystemScope } from "@/db/scope";
import type { EngagementKind } from "@/lib/domain/events/tracking/tracking";
import { transactionalSends } from "../runs/campaign-hours";

export type EngagementWrite = {
  /** Of the event that it becomes; one with the same id is the same. */
  id: string;
  workspaceId: string;
  runId: string;
  contactId: string;
  kind: EngagementKind;
  variant: number;
  linkNo: number;
  url: string;
  at: Date;
  isAutomated: boolean;
  /** JSON. */
  properties: string;
};

export type Moved = { workspaceId: string; campaignId: string | null; eventId: string };

/**
 * Events, who did what for the first time, and the hourly totals: one statement, so that they are all there or none. An
 * hour is that of the deed, however late it is told. Gives what moved, once for each campaign.
 */
export async function unsafeAcrossWorkspacesRecordEngagements(
  system: SystemScope,
  items: EngagementWrite[],
): Promise<Moved[]> {
  const text = (read: (item: EngagementWrite) => string) => items.map(read);
  const number = (read: (item: EngagementWrite) => number) => items.map(read);
  return system.sql<Moved>`
    with given as materialized (
      select r.id, r.workspace_id, r.run_id, c.id as contact_id, r.kind, r.variant, r.link_no, r.url, r.at, r.is_automated,
        r.properties, n.campaign_id, n.kind as run_kind, n.channel
      from unnest(${text((i) => i.id)}::uuid[], ${text((i) => i.workspaceId)}::uuid[], ${text((i) => i.runId)}::uuid[],
        ${text((i) => i.contactId)}::uuid[], ${text((i) => i.kind)}::text[], ${number((i) => i.variant)}::smallint[],
        ${number((i) => i.linkNo)}::smallint[], ${text((i) => i.url)}::text[],
        ${text((i) => i.at.toISOString())}::timestamptz[], ${text((i) => String(i.isAutomated))}::text[]::boolean[],
        ${text((i) => i.properties)}::text[])
        as r(id, workspace_id, run_id, contact_id, kind, variant, link_no, url, at, is_automated, properties)
      join runs n on n.workspace_id = r.workspace_id and n.id = r.run_id
      left join contact_aliases a on a.workspace_id = r.workspace_id and a.alias = r.contact_id::text
      join contacts c on c.workspace_id = r.workspace_id and c.id = coalesce(a.contact_id, r.contact_id)),
    added as (
      insert into events (workspace_id, id, name, contact_id, occurred_at, source, properties, campaign_id, run_id)
      select workspace_id, id, 'notification.' || kind, contact_id, at, 'tracking', properties::jsonb, campaign_id, run_id
      from given order by workspace_id, id
      on conflict do nothing returning workspace_id, id),
    fresh as materialized (
      select g.*, date_trunc('hour', g.at, 'UTC') as hour, coalesce(g.campaign_id, ${transactionalSends}::uuid) as campaign
      from given g join added using (workspace_id, id) where g.run_kind <> 'test'),
    deeds as materialized (
      select workspace_id, run_id, contact_id, kind, link_no, is_automated, min(variant) as variant, min(at) as first_at,
        max(at) as last_at, count(*)::int as total, min(channel) as channel, min(campaign::text)::uuid as campaign,
        min(url) as url
      from (select * from fresh union all
        select id, workspace_id, run_id, contact_id, kind, variant, 0::smallint, '', at, is_automated, properties,
          campaign_id, run_kind, channel, hour, campaign from fresh where link_no > 0) f
      group by workspace_id, run_id, contact_id, kind, link_no, is_automated),
    kept as (
      insert into engagements as e (workspace_id, run_id, contact_id, kind, link_no, is_automated, first_at, last_at, total)
      select workspace_id, run_id, contact_id, kind, link_no, is_automated, first_at, last_at, total from deeds
      order by workspace_id, run_id, contact_id, kind, link_no, is_automated
      on conflict (workspace_id, run_id, contact_id, kind, link_no, is_automated) do update set
        total = e.total + excluded.total, first_at = least(e.first_at, excluded.first_at),
        last_at = greatest(e.last_at, excluded.last_at)
      returning workspace_id, run_id, contact_id, kind, link_no, is_automated, total),
    firsts as materialized (
      select d.*, date_trunc('hour', d.first_at, 'UTC') as hour from deeds d
      join kept k using (workspace_id, run_id, contact_id, kind, link_no, is_automated, total)
      where not d.is_automated),
    hours as (
      insert into campaign_hours as h (workspace_id, hour, campaign_id, channel, delivered, opened, clicked, opens,
        clicks, automated_opens, automated_clicks)
      select workspace_id, hour, campaign, channel, sum(delivered), sum(opened), sum(clicked), sum(opens), sum(clicks),
        sum(automated_opens), sum(automated_clicks)
      from (
        select workspace_id, hour, campaign, channel, 0 as delivered, 0 as opened, 0 as clicked,
          (kind = 'opened' and not is_automated)::int as opens, (kind = 'clicked' and not is_automated)::int as clicks,
          (kind = 'opened' and is_automated)::int as automated_opens,
          (kind = 'clicked' and is_automated)::int as automated_clicks
        from fresh
        union all
        select workspace_id, hour, campaign, channel, (kind = 'shown' and channel = 'web_push')::int,
          (kind = 'opened')::int, (kind = 'clicked')::int, 0, 0, 0, 0
        from firsts where link_no = 0) t
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (workspace_id, hour, campaign_id, channel) do update set delivered = h.delivered + excluded.delivered,
        opened = h.opened + excluded.opened, clicked = h.clicked + excluded.clicked, opens = h.opens + excluded.opens,
        clicks = h.clicks + excluded.clicks, automated_opens = h.automated_opens + excluded.automated_opens,
        automated_clicks = h.automated_clicks + excluded.automated_clicks),
    links as (
      insert into link_hours as l (workspace_id, campaign_id, hour, variant, link_no, url, opened, opens, clicked, clicks,
        automated)
      select workspace_id, campaign, hour, variant, link_no, min(url), sum(opened), sum(opens), sum(clicked),
        sum(clicks), sum(automated)
      from (
        select workspace_id, campaign, hour, variant, case when kind = 'opened' then 0 else link_no end as link_no,
          case when kind = 'opened' then '' else url end as url, 0 as opened,
          (kind = 'opened' and not is_automated)::int as opens, 0 as clicked,
          (kind = 'clicked' and not is_automated)::int as clicks, is_automated::int as automated
        from fresh where kind in ('opened', 'clicked')
        union all
        select workspace_id, campaign, hour, variant, link_no, url, (kind = 'opened')::int, 0, (kind = 'clicked')::int, 0, 0
        from firsts where kind = 'clicked' or (kind = 'opened' and link_no = 0)) t
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (workspace_id, campaign_id, hour, variant, link_no) do update set opened = l.opened + excluded.opened,
        opens = l.opens + excluded.opens, clicked = l.clicked + excluded.clicked, clicks = l.clicks + excluded.clicks,
        automated = l.automated + excluded.automated)
    select workspace_id, campaign_id, min(id::text)::uuid as event_id from given group by 1, 2`;
}
