import type { WorkspaceScope } from "@/db/scope";
import { noneId } from "./performance-scope";
import { broughtBy } from "./run-of-redemption";

export type HourSpan = { from: Date; before: Date };

/** What ledger, allocations and orders say of these hours takes the place of what was said of them. */
export async function replaceHours(
  tx: WorkspaceScope,
  { from, before }: HourSpan,
  timeZone: string,
): Promise<void> {
  const within = (column: string) =>
    tx.fragment`${tx.name(column)} >= ${from} and ${tx.name(column)} < ${before}`;
  await tx.sql`
    delete from campaign_performance where workspace_id = ${tx.id} and ${within("bucket")}`;
  await tx.sql`
    insert into campaign_performance (workspace_id, bucket, campaign_id, offer_id, batch_id, currency, issued, conversions,
      paid, revenue_minor, granted_minor, orders, attributed_minor)
    select ${tx.id}, performance_bucket(t.at, ${timeZone}), coalesce(t.campaign_id, ${noneId}::uuid),
      coalesce(t.offer_id, ${noneId}::uuid), coalesce(t.batch_id, ${noneId}::uuid), coalesce(t.currency, ''),
      sum(t.issued), sum(t.conversions), sum(t.paid), sum(t.revenue), sum(t.granted), sum(t.orders), sum(t.attributed)
    from (
      select r.redeemed_at as at, u.campaign_id, r.offer_id, r.batch_id, r.currency, 0 as issued, 1 as conversions,
        case when r.paid_minor > 0 then 1 else 0 end as paid, coalesce(r.paid_minor, 0) as revenue,
        coalesce(greatest(r.list_minor - r.paid_minor, 0), 0) as granted, 0 as orders, 0::bigint as attributed
      from coupon_redemptions r ${broughtBy(tx)}
      where r.workspace_id = ${tx.id} and ${within("redeemed_at")} and r.status = 'redeemed'
      union all
      select a.allocated_at, u.campaign_id, b.offer_id, a.batch_id, null, 1, 0, 0, 0, 0, 0, 0
      from code_allocations a
      join coupon_batches b on b.workspace_id = ${tx.id} and b.id = a.batch_id
      left join runs u on u.workspace_id = ${tx.id} and u.id = a.run_id
      where a.workspace_id = ${tx.id} and ${within("allocated_at")} and u.kind is distinct from 'test'
      union all
      select o.ordered_at, o.campaign_id, r.offer_id, r.batch_id, o.currency, 0, 0, 0, 0, 0, 1,
        o.total_minor - o.refunded_minor
      from orders o
      left join coupon_redemptions r on r.workspace_id = ${tx.id} and r.id = o.redemption_id
      where o.workspace_id = ${tx.id} and ${within("ordered_at")}
        and (o.redemption_id is not null or o.campaign_id is not null)) t
    group by 2, 3, 4, 5, 6`;
}
