import type { WorkspaceScope } from "@/db/scope";
import { currentHours } from "../../analytics/current-hours";
import { noneId } from "./performance-scope";

/**
 * Impressions and clicks of the campaigns that gave out codes or brought redemptions or orders, taken over from the hourly
 * totals of their messages. An impression is a message that arrived; where nothing tells of arrivals, one that was sent.
 * They are the offer's and the batch's where the campaign has given codes of one alone.
 */
export async function replaceEngagement(tx: WorkspaceScope, since: Date, timeZone: string): Promise<void> {
  const campaigns = () => tx.fragment`(
    select p.campaign_id from campaign_performance p where p.workspace_id = ${tx.id} and p.campaign_id <> ${noneId})`;
  const hours = currentHours(
    tx,
    tx.fragment`campaign_id in ${campaigns()}`,
    tx.fragment`r.campaign_id in ${campaigns()}`,
  );
  await tx.sql`
    with brought as (
      select p.campaign_id, case when count(distinct p.offer_id) = 1 then min(p.offer_id::text)::uuid else ${noneId}::uuid end as offer_id,
        case when count(distinct p.batch_id) = 1 then min(p.batch_id::text)::uuid else ${noneId}::uuid end as batch_id
      from campaign_performance p
      where p.workspace_id = ${tx.id} and p.campaign_id <> ${noneId} and p.offer_id <> ${noneId}
      group by 1),
    hours as (select h.*, sum(h.delivered) over (partition by h.campaign_id, h.channel) > 0 as is_reported from (${hours}) h),
    told as (
      select performance_bucket(h.hour, ${timeZone}) as bucket, h.campaign_id, coalesce(b.offer_id, ${noneId}::uuid) as offer_id,
        coalesce(b.batch_id, ${noneId}::uuid) as batch_id,
        sum(case when h.is_reported then h.delivered else h.sent end)::int as impressions, sum(h.clicked)::int as clicks
      from hours h left join brought b on b.campaign_id = h.campaign_id
      where h.hour >= ${since} group by 1, 2, 3, 4
      having sum(case when h.is_reported then h.delivered else h.sent end) <> 0 or sum(h.clicked) <> 0),
    gone as (
      update campaign_performance p set impressions = 0, clicks = 0
      where p.workspace_id = ${tx.id} and p.bucket >= ${since} and (p.impressions <> 0 or p.clicks <> 0) and not exists (
        select 1 from told t where t.bucket = p.bucket and t.campaign_id = p.campaign_id and t.offer_id = p.offer_id
          and t.batch_id = p.batch_id and p.currency = ''))
    insert into campaign_performance as p (workspace_id, bucket, campaign_id, offer_id, batch_id, currency, impressions, clicks)
    select ${tx.id}, t.bucket, t.campaign_id, t.offer_id, t.batch_id, '', t.impressions, t.clicks from told t
    on conflict (workspace_id, bucket, campaign_id, offer_id, batch_id, currency) do update
      set impressions = excluded.impressions, clicks = excluded.clicks
      where (p.impressions, p.clicks) is distinct from (excluded.impressions, excluded.clicks)`;
}
