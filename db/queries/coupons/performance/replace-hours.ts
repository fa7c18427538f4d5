import type { WorkspaceScope } from "@/db/scope";
import { noneId } from "./performance-scope";
import { runOfRedemption } from "./run-of-redemption";

/** What ledger, allocations and orders say of these hours takes the place of what was said of them. */
export async function replaceHours(
  tx: WorkspaceScope,
  hours: readonly Date[],
  timeZone: string,
): Promise<void> {
  if (hours.length === 0) return;
  const list = tx.fragment`(select h::timestamptz as hour from unnest(${hours.map((hour) => hour.toISOString())}::text[]) h)`;
  const inHour = (column: string) =>
    tx.fragment`${tx.name(column)} >= s.hour and ${tx.name(column)} < s.hour + interval '1 hour'`;
  await tx.sql`
    delete from campaign_performance p using ${list} s
    where p.workspace_id = ${tx.id} and ${inHour("bucket")}`;
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
      from ${list} s
      join coupon_redemptions r on r.workspace_id = ${tx.id} and ${inHour("redeemed_at")} and r.status = 'redeemed'
      left join runs u on u.workspace_id = ${tx.id} and u.kind <> 'test'
        and u.id = ${runOfRedemption(tx, tx.fragment`r.run_id`, tx.fragment`r.code_key`)}
      union all
      select a.allocated_at, u.campaign_id, b.offer_id, a.batch_id, null, 1, 0, 0, 0, 0, 0, 0
      from ${list} s
      join code_allocations a on a.workspace_id = ${tx.id} and ${inHour("allocated_at")}
      join coupon_batches b on b.workspace_id = ${tx.id} and b.id = a.batch_id
      left join runs u on u.workspace_id = ${tx.id} and u.id = a.run_id
      where u.kind is distinct from 'test'
      union all
      select o.ordered_at, o.campaign_id, r.offer_id, r.batch_id, o.currency, 0, 0, 0, 0, 0, 1,
        o.total_minor - o.refunded_minor
      from ${list} s
      join orders o on o.workspace_id = ${tx.id} and ${inHour("ordered_at")}
      left join coupon_redemptions r on r.workspace_id = ${tx.id} and r.id = o.redemption_id
      where o.redemption_id is not null or o.campaign_id is not null) t
    group by 2, 3, 4, 5, 6`;
}
