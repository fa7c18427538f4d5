import { audienceCondition } from "@/db/queries/audience/audience-condition";
import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { UseFacts } from "@/lib/domain/coupons/offers/impact/judge-use";

type Wanted = { offerId: string; usesMax: number };

/**
 * The newest redemptions and the newest holds, so many of each, with what rules ask about, as of the moment of each. Ranks are counted back from the
 * counters, so that nothing older is read.
 */
export function findUseFacts(scope: WorkspaceScope, { offerId, usesMax }: Wanted): Promise<UseFacts[]> {
  return scope.sql<UseFacts>`
    with newest as (
      select u.* from unnest(array['redeemed', 'held']) s(status)
      cross join lateral (select * from coupon_redemptions r
        where r.workspace_id = ${scope.id} and r.offer_id = ${offerId} and r.status = s.status
        order by r.id desc limit ${usesMax}) u)
    select r.id, r.status, r.created_at, r.code_key, r.contact_id, r.currency, r.ordinal,
      coalesce(r.list_minor - r.paid_minor, 0)::float8 as granted_minor,
      r.order_minor::float8 as order_minor,
      (k.taken - row_number() over (order by r.id desc) + 1)::int as rank,
      (c.uses - row_number() over (partition by r.code_key order by r.id desc) + 1)::int as code_rank,
      coalesce(c.contact_id, a.contact_id) is not distinct from r.contact_id as is_holder,
      p.created_at as contact_since,
      (select lower(split_part(s.address, '@', -1)) from subscriptions s where s.workspace_id = ${scope.id}
        and s.contact_id = r.contact_id and s.channel = 'email' and s.status = 'active' order by s.id limit 1) as email_domain,
      not exists (select 1 from orders o where o.workspace_id = ${scope.id} and o.contact_id = r.contact_id
        and o.ordered_at < r.created_at)
        and not exists (select 1 from coupon_redemptions e where e.workspace_id = ${scope.id}
          and e.contact_id = r.contact_id and e.id < r.id and e.status in ('held', 'redeemed')) as is_new,
      not exists (select 1 from orders o where o.workspace_id = ${scope.id} and o.contact_id = r.contact_id
        and o.ordered_at < r.created_at and o.order_id is distinct from r.order_id)
        and not exists (select 1 from coupon_redemptions e where e.workspace_id = ${scope.id}
          and e.contact_id = r.contact_id and e.id < r.id and e.status in ('held', 'redeemed')
          and (e.order_id is null or e.order_id is distinct from r.order_id)) as is_first_purchase
    from newest r
    join offer_counters k on k.workspace_id = ${scope.id} and k.offer_id = ${offerId}
    left join coupon_codes c on c.workspace_id = ${scope.id} and c.code_key = r.code_key
    left join code_allocations a on a.workspace_id = ${scope.id} and a.batch_id = c.batch_id and a.seq = c.seq
    left join contacts p on p.workspace_id = ${scope.id} and p.id = r.contact_id`;
}

/** What all live uses of an offer gave away. */
export async function sumGranted(scope: WorkspaceScope, offerId: string): Promise<number> {
  const [row] = await scope.sql<{ granted: number }>`
    select coalesce(sum(list_minor - paid_minor), 0)::float8 as granted from coupon_redemptions
    where workspace_id = ${scope.id} and offer_id = ${offerId} and status in ('held', 'redeemed')`;
  return row?.granted ?? 0;
}

/** Those of these contacts that are in an audience now. */
export async function findMatchingContacts(
  scope: WorkspaceScope,
  filter: AudienceFilter,
  contactIds: string[],
): Promise<string[]> {
  const rows = await scope.sql<{ id: string }>`
    select c.id from contacts c
    where c.workspace_id = ${scope.id} and c.id = any(${contactIds}::uuid[]) and ${audienceCondition(scope, filter)}`;
  return rows.map(({ id }) => id);
}
