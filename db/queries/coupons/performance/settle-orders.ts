import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import { clickWindowDays } from "@/lib/domain/coupons/performance/orders/order";
import { broughtBy } from "./run-of-redemption";

/**
 * What refunds leave of orders, and whom they are attributed to, computed anew from what is known. A redemption that names
 * the order wins; else the person's last one whose window holds the order. The campaign is the one that brought the code,
 * else the last one that the person clicked within the window. Gives how many changed.
 */
export async function settleOrders(tx: WorkspaceScope, which: Fragment): Promise<number> {
  const candidate = tx.fragment`
    select r.id, r.run_id, r.code_key, f.attribution_days from coupon_redemptions r
    join offers f on f.workspace_id = ${tx.id} and f.id = r.offer_id
    where r.workspace_id = ${tx.id} and r.status = 'redeemed'`;
  const rows = await tx.sql`
    with settled as (
      select o.order_id, refund.minor, coalesce(named.id, within.id) as redemption_id,
        coalesce(brought.campaign_id, clicked.campaign_id) as campaign_id
      from orders o
      cross join lateral (
        select case when bool_or(b.amount_minor is null) then o.total_minor
          else least(o.total_minor, coalesce(sum(b.amount_minor) filter (where b.currency = o.currency), 0)) end as minor
        from order_refunds b where b.workspace_id = ${tx.id} and b.order_id = o.order_id) refund
      left join lateral (
        ${candidate} and r.order_id = o.order_id order by r.redeemed_at desc, r.id desc limit 1) named on true
      left join lateral (
        ${candidate} and named.id is null and r.contact_id = o.contact_id and r.redeemed_at <= o.ordered_at
          and o.ordered_at < r.redeemed_at + make_interval(days => f.attribution_days)
        order by r.redeemed_at desc, r.id desc limit 1) within on true
      cross join lateral (
        select coalesce(named.run_id, within.run_id) as run_id, coalesce(named.code_key, within.code_key) as code_key,
          coalesce(named.attribution_days, within.attribution_days, ${clickWindowDays}) as days
        limit 1) r
      left join lateral (select u.campaign_id from (select 1) ${broughtBy(tx)} limit 1) brought on true
      left join lateral (
        select e.campaign_id from events e
        where e.workspace_id = ${tx.id} and e.contact_id = o.contact_id and brought.campaign_id is null
          and e.id >= first_id_at(o.ordered_at - make_interval(days => r.days))
          and e.id < first_id_at(o.ordered_at + interval '1 millisecond')
          and e.name = 'notification.clicked' and e.campaign_id is not null and not e.properties ? 'automated'
        order by e.id desc limit 1) clicked on true
      where o.workspace_id = ${tx.id} and ${which})
    update orders o set refunded_minor = s.minor, redemption_id = s.redemption_id, campaign_id = s.campaign_id,
      updated_at = now()
    from settled s
    where o.workspace_id = ${tx.id} and o.order_id = s.order_id
      and (o.refunded_minor, o.redemption_id, o.campaign_id) is distinct from (s.minor, s.redemption_id, s.campaign_id)
    returning 1`;
  return rows.length;
}
