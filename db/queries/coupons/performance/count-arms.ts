import type { WorkspaceScope } from "@/db/scope";

export type ArmRow = { hasCode: boolean; people: number; converted: number };

/**
 * Of the runs of a campaign with a holdout: people whom the message reached with a code, and the holdout, whom it reached
 * without one, and how many of each ordered within the offer's window from its beginning. Who got none for another
 * reason is in neither.
 */
export async function countArms(scope: WorkspaceScope, campaignId: string): Promise<ArmRow[]> {
  return scope.sql<ArmRow>`
    with sends as (
      select u.id, u.started_at, u.coupon_holdout_percent as percent, f.attribution_days as days from runs u
      join coupon_batches b on b.workspace_id = ${scope.id} and b.id = u.coupon_batch_id
      join offers f on f.workspace_id = ${scope.id} and f.id = b.offer_id
      where u.workspace_id = ${scope.id} and u.campaign_id = ${campaignId} and u.kind = 'campaign'
        and u.coupon_holdout_percent > 0),
    reached as (
      select distinct s.id as run_id, s.started_at, s.days, s.percent, d.contact_id from sends s
      join deliveries d on d.workspace_id = ${scope.id} and d.run_id = s.id and d.status in ('accepted', 'delivered'))
    select (a.contact_id is not null) as has_code, count(*)::int as people,
      count(*) filter (where exists (
        select 1 from orders o where o.workspace_id = ${scope.id} and o.contact_id = r.contact_id
          and o.ordered_at >= r.started_at and o.ordered_at < r.started_at + make_interval(days => r.days)))::int as converted
    from reached r
    left join lateral (
      select a.contact_id from code_allocations a
      where a.workspace_id = ${scope.id} and a.run_id = r.run_id and a.contact_id = r.contact_id limit 1) a on true
    where (a.contact_id is null) = is_held_out(r.run_id, r.contact_id, r.percent)
    group by 1`;
}
