import type { WorkspaceScope } from "@/db/scope";
import { traceDays } from "@/lib/domain/coupons/redemptions/keep-ledger";
import type { DemoAllocation, DemoRedemption } from "./demo-redemptions";
import type { DemoRefusal } from "./demo-refusals";

/** The codes that two past sends brought those whom they reached, in the order of the batch. */
export async function insertAllocations(
  tx: WorkspaceScope,
  { batchId, runIds, codes }: { batchId: string; runIds: string[]; codes: number },
): Promise<DemoAllocation[]> {
  const rows = await tx.sql<DemoAllocation>`
    with reached as (
      select d.run_id, d.contact_id, min(d.sent_at) as at from deliveries d
      join contacts c on c.workspace_id = ${tx.id} and c.id = d.contact_id and c.created_at < d.sent_at
      where d.workspace_id = ${tx.id} and d.run_id = any(${runIds}) and d.status in ('accepted', 'delivered')
      group by 1, 2),
    numbered as (select *, row_number() over (order by at, contact_id) - 1 as seq from reached)
    insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq, allocated_at)
    select ${tx.id}::uuid, run_id, contact_id, ${batchId}, seq, at from numbered where seq < ${codes}
    returning run_id, contact_id, seq, allocated_at`;
  await tx.sql`
    update coupon_batches set allocated = ${rows.length} where workspace_id = ${tx.id} and id = ${batchId}`;
  await tx.sql`
    update runs set coupon_batch_id = ${batchId} where workspace_id = ${tx.id} and id = any(${runIds})`;
  await tx.sql`
    update campaigns set coupon_batch_id = ${batchId} where workspace_id = ${tx.id}
      and id in (select campaign_id from runs where workspace_id = ${tx.id} and id = any(${runIds}))`;
  return rows.sort((left, right) => left.seq - right.seq);
}

export async function insertRedemptions(tx: WorkspaceScope, redemptions: DemoRedemption[]): Promise<void> {
  await tx.sql`
    insert into coupon_redemptions (workspace_id, id, offer_id, code_key, batch_id, contact_id, ordinal, status,
      idempotency_key, request_hash, hold_expires_at, plan_id, tier, list_minor, paid_minor, currency, months_granted,
      days_granted, starts_at, expires_at, order_id, order_minor, run_id, source, ip, user_agent, created_at, redeemed_at,
      reversed_at, reversal_reason)
    select ${tx.id}::uuid, r.id, r."offerId", r."codeKey", r."batchId", r."contactId", r.ordinal, r.status, r.key, 'demo',
      r."holdExpiresAt", r."planId", r.tier, r."listMinor", r."paidMinor", r.currency, r.months, r.days,
      case when r."planId" is not null then r."redeemedAt" end,
      case when r.months is not null or r.days is not null then
        ((r."redeemedAt" at time zone w.time_zone) + make_interval(months => coalesce(r.months, 0), days => coalesce(r.days, 0)))
          at time zone w.time_zone end,
      r."orderId", r."orderMinor", r."runId", r.source, case when t."isKept" then r.ip end, case when t."isKept" then r."userAgent" end,
      r."createdAt", r."redeemedAt", r."reversedAt",
      r."reversalReason"
    from jsonb_to_recordset(${tx.json(redemptions)}) as r(id uuid, key text, "offerId" uuid, "codeKey" text, "batchId" uuid,
      "contactId" uuid, ordinal int, status text, "holdExpiresAt" timestamptz, "planId" uuid, tier text, "listMinor" bigint,
      "paidMinor" bigint, currency text, months int, days int, "orderId" text, "orderMinor" bigint, "runId" uuid, source text,
      ip inet, "userAgent" text, "createdAt" timestamptz, "redeemedAt" timestamptz, "reversedAt" timestamptz,
      "reversalReason" text)
    cross join lateral (select r."createdAt" > now() - make_interval(days => ${traceDays}) as "isKept") t
    join workspaces w on w.id = ${tx.id}`;
}

/** Everything that the ledger implies, so that nothing can disagree with it. */
export async function insertSums(tx: WorkspaceScope): Promise<void> {
  await noteLimits(tx);
  await tx.sql`
    insert into offer_counters (workspace_id, offer_id, uses_max, taken)
    select ${tx.id}::uuid, o.id, o.uses_max, (select count(*) from coupon_redemptions r where r.workspace_id = ${tx.id}
      and r.offer_id = o.id and r.status in ('held', 'redeemed'))
    from offers o where o.workspace_id = ${tx.id}`;
  await tx.sql`
    update coupon_codes c set uses = r.uses from (
      select code_key, count(*)::int as uses from coupon_redemptions
      where workspace_id = ${tx.id} and status in ('held', 'redeemed') group by 1) r
    where c.workspace_id = ${tx.id} and c.code_key = r.code_key`;
  await tx.sql`
    insert into offer_limits (workspace_id, offer_id, scope, subject, period, period_start, taken)
    select ${tx.id}::uuid, u.offer_id, u.scope, u.subject, u.period, u.period_start, sum(u.amount)
    from coupon_redemptions r cross join lateral jsonb_populate_recordset(null::coupon_limit_use, r.limits_taken) u
    where r.workspace_id = ${tx.id} and r.status in ('held', 'redeemed') group by 2, 3, 4, 5, 6`;
  await tx.sql`
    insert into memberships (workspace_id, contact_id, plan_id, tier, anchor_at, months_granted, days_granted, expires_at, updated_at)
    select ${tx.id}::uuid, contact_id, plan_id, tier, redeemed_at, coalesce(months_granted, 0), coalesce(days_granted, 0), expires_at,
      redeemed_at
    from coupon_redemptions where workspace_id = ${tx.id} and status = 'redeemed' and plan_id is not null`;
}

/** What each use took of limits of periods and of budgets, as a redemption notes it. */
async function noteLimits(tx: WorkspaceScope): Promise<void> {
  await tx.sql`
    update coupon_redemptions r set limits_taken = l.taken
    from (
      select r.id, jsonb_agg(u) as taken
      from coupon_redemptions r
      join offers o on o.workspace_id = ${tx.id} and o.id = r.offer_id
      cross join lateral (
        select case scope when 'code' then 1 when 'contact' then 2 else 3 end as place, o.id as offer_id, scope,
          case scope when 'contact' then r.contact_id::text when 'code' then r.code_key else '' end as subject, period,
          date_trunc(period, r.created_at at time zone o.time_zone) at time zone o.time_zone as period_start,
          1 as amount, max
        from jsonb_to_recordset(o.period_limits) as p(scope text, period text, max bigint)
        union all
        select 4, o.id, 'budget', '', 'ever', 'epoch', r.list_minor - r.paid_minor, o.budget_minor
        where o.budget_minor is not null) u
      where r.workspace_id = ${tx.id} group by r.id) l
    where r.workspace_id = ${tx.id} and r.id = l.id`;
}

export async function insertRefusals(tx: WorkspaceScope, refusals: DemoRefusal[]): Promise<void> {
  await tx.sql`
    insert into coupon_refusals (workspace_id, id, act, reason, rule, seen, needed, offer_id, batch_id, code_key, contact_id,
      ip, user_agent, source, created_at)
    select ${tx.id}::uuid, r.id, r.act, r.reason, r.rule, r.seen,
      case r.reason when 'expired' then to_char(o.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') else r.needed end,
      r."offerId", r."batchId", r."codeKey", r."contactId", case when t."isKept" then r.ip end,
      case when t."isKept" then r."userAgent" end, 'api', r.at
    from jsonb_to_recordset(${tx.json(refusals)}) as r(id uuid, act text, reason text, rule text, seen text, needed text,
      "offerId" uuid, "batchId" uuid, "codeKey" text, "contactId" uuid, ip inet, "userAgent" text, at timestamptz)
    cross join lateral (select r.at > now() - make_interval(days => ${traceDays}) as "isKept") t
    left join offers o on o.workspace_id = ${tx.id} and o.id = r."offerId"`;
}

/** The order of each use, and what some of those people bought later; a few sent it back. */
export async function insertOrders(tx: WorkspaceScope, now: Date): Promise<void> {
  await tx.sql`
    insert into orders (workspace_id, order_id, contact_id, total_minor, refunded_minor, currency, ordered_at, created_at, updated_at)
    select ${tx.id}::uuid, order_id, contact_id, paid_minor, case status when 'rolled_back' then paid_minor else 0 end, currency,
      redeemed_at, redeemed_at, coalesce(reversed_at, redeemed_at)
    from coupon_redemptions where workspace_id = ${tx.id} and order_id is not null and redeemed_at is not null`;
  await tx.sql`
    insert into orders (workspace_id, order_id, contact_id, total_minor, refunded_minor, currency, ordered_at, redemption_id,
      campaign_id, created_at, updated_at)
    select ${tx.id}::uuid, 'L-' || (10000 + l.n), l.contact_id, l.total, case when l.n % 19 = 0 then l.total else 0 end, l.currency,
      l.at, l.id, u.campaign_id, l.at, l.at
    from (
      select r.*, row_number() over (order by r.id) as n,
        greatest(500, r.list_minor * (30 + ('x' || substr(r.id::text, 31, 4))::bit(16)::int % 80) / 100) as total,
        r.redeemed_at + make_interval(hours => 30 + ('x' || substr(r.id::text, 25, 4))::bit(16)::int % 600) as at
      from coupon_redemptions r where r.workspace_id = ${tx.id} and r.status = 'redeemed'
        and ('x' || substr(r.id::text, 28, 2))::bit(8)::int % 3 = 0) l
    left join runs u on u.workspace_id = ${tx.id} and u.id = l.run_id
    where l.at < ${now}`;
}
