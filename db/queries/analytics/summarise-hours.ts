import type { WorkspaceScope } from "@/db/scope";
import type { Counts } from "@/lib/domain/analytics/engagement";
import type { ReportingPeriod } from "@/lib/domain/analytics/reporting-period";
import type { Channel } from "@/lib/domain/channels/channel";
import { transactionalSends } from "../runs/campaign-hours";
import { countColumns, currentHours, hoursUnderWay } from "./current-hours";

export type BucketRow = Counts & { at: Date; channel: Channel };

/** Per hour or per day of the workspace, and channel. */
export async function listBuckets(scope: WorkspaceScope, period: ReportingPeriod): Promise<BucketRow[]> {
  const { granularity, timeZone, from, to } = period;
  return scope.sql<BucketRow>`
    select date_trunc(${granularity}, h.hour, ${timeZone}) as at, h.channel, ${countColumns(scope)}
    from (${currentHours(scope, scope.fragment`hour >= ${from} and hour <= ${to}`, scope.fragment`true`)}) h
    where h.hour >= ${from} group by 1, 2 order by 1`;
}

/** One span of the past: runs under way belong to the present. */
export async function sumHours(scope: WorkspaceScope, from: Date, before: Date): Promise<Counts> {
  const [counts] = await scope.sql<Counts>`
    select ${countColumns(scope)} from campaign_hours h
    where h.workspace_id = ${scope.id} and h.hour >= ${from} and h.hour < ${before}`;
  if (!counts) throw new Error("An aggregate gives one row.");
  return counts;
}

export type SentTotals = { ever: number; today: number };

/** What was ever sent is kept as it grows: the hours of all time are never added up. */
export async function sumSent(scope: WorkspaceScope, todayFrom: Date): Promise<SentTotals> {
  const [totals] = await scope.sql<SentTotals>`
    select (u.ever + coalesce((select t.sent from workspace_totals t where t.workspace_id = ${scope.id}), 0))::float8 as ever,
      (u.today + coalesce((select sum(h.sent) from campaign_hours h
        where h.workspace_id = ${scope.id} and h.hour >= ${todayFrom}), 0))::float8 as today
    from (
      select coalesce(sum(sent), 0) as ever, coalesce(sum(sent) filter (where hour >= ${todayFrom}), 0) as today
      from (${hoursUnderWay(scope, scope.fragment`true`)}) h) u`;
  if (!totals) throw new Error("An aggregate gives one row.");
  return totals;
}

export type TopCampaignRow = Counts & { id: string; name: string; channel: Channel };

/** The campaigns that reached most people in a span. */
export async function listTopCampaigns(
  scope: WorkspaceScope,
  { from, to }: ReportingPeriod,
  limit: number,
): Promise<TopCampaignRow[]> {
  return scope.sql<TopCampaignRow>`
    with top as (
      select h.campaign_id, ${countColumns(scope)}
      from (${currentHours(scope, scope.fragment`hour >= ${from} and hour <= ${to}`, scope.fragment`true`)}) h
      where h.hour >= ${from} and h.campaign_id <> ${transactionalSends} and not exists (
        select 1 from campaigns m
        where m.workspace_id = ${scope.id} and m.id = h.campaign_id and m.automation_id is not null)
      group by 1 having sum(h.sent) > 0 order by sum(h.sent) desc, h.campaign_id desc limit ${limit})
    select m.id, m.name, m.channel, t.sent, t.delivered, t.opened, t.clicked, t.failed, t.skipped, t.opens, t.clicks,
      t.automated_opens, t.automated_clicks
    from top t join campaigns m on m.workspace_id = ${scope.id} and m.id = t.campaign_id
    order by t.sent desc, m.id desc`;
}
