import type { WorkspaceScope } from "@/db/scope";

/** A transaction that began before the last computation may have committed after it. */
const overlap = "10 minutes";

/** Until then codes come back whose messages do not arrive. */
const returnsAwaited = "3 days";

/** One computation of a workspace at a time. */
export async function lockPerformance(tx: WorkspaceScope): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('performance' || ${tx.id}, 0))`;
}

export type PerformanceState = { timeZone: string; since: Date | null; isZoneNew: boolean };

/** From when on changes may not be computed yet; never computed: null. */
export async function findPerformanceState(tx: WorkspaceScope): Promise<PerformanceState | undefined> {
  const [state] = await tx.sql<PerformanceState>`
    select w.time_zone, s.computed_until - ${overlap}::interval as since,
      coalesce(s.time_zone <> w.time_zone, true) as is_zone_new
    from workspaces w left join performance_states s on s.workspace_id = w.id where w.id = ${tx.id}`;
  return state;
}

/** When the figures were last computed; never: null. */
export async function findComputedAt(scope: WorkspaceScope): Promise<Date | null> {
  const [state] = await scope.sql<{ computedUntil: Date }>`
    select computed_until from performance_states where workspace_id = ${scope.id}`;
  return state?.computedUntil ?? null;
}

export async function keepPerformanceState(tx: WorkspaceScope, timeZone: string): Promise<void> {
  await tx.sql`
    insert into performance_states (workspace_id, computed_until, time_zone) values (${tx.id}, now(), ${timeZone})
    on conflict (workspace_id) do update set computed_until = excluded.computed_until, time_zone = excluded.time_zone`;
}

/** Marks every hour of a span that has, or had, anything to tell. */
export async function markStaleHours(tx: WorkspaceScope, from: Date, before: Date): Promise<void> {
  await tx.sql`
    insert into stale_performance_hours (workspace_id, hour)
    select distinct ${tx.id}::uuid, date_trunc('hour', t.at, 'UTC') from (
      select bucket as at from campaign_performance
      where workspace_id = ${tx.id} and bucket >= ${from} and bucket < ${before}
      union all select redeemed_at from coupon_redemptions
      where workspace_id = ${tx.id} and redeemed_at >= ${from} and redeemed_at < ${before}
      union all select ordered_at from orders
      where workspace_id = ${tx.id} and ordered_at >= ${from} and ordered_at < ${before}
      union all select allocated_at from code_allocations
      where workspace_id = ${tx.id} and allocated_at >= ${from} and allocated_at < ${before}) t
    on conflict do nothing`;
}

/** The hours in which anything has changed since, and those that were marked. */
export async function takeStaleHours(tx: WorkspaceScope, since: Date): Promise<Date[]> {
  const rows = await tx.sql<{ hour: Date }>`
    with marked as (delete from stale_performance_hours where workspace_id = ${tx.id} returning hour),
    span as (select date_trunc('hour', least(${since}, now() - ${returnsAwaited}::interval), 'UTC') as begins),
    issued as (
      select date_trunc('hour', a.allocated_at, 'UTC') as hour, count(*) as codes from span
      join code_allocations a on a.workspace_id = ${tx.id} and a.allocated_at >= span.begins
      left join runs u on u.workspace_id = ${tx.id} and u.id = a.run_id
      where u.kind is distinct from 'test' group by 1),
    known as (
      select date_trunc('hour', p.bucket, 'UTC') as hour, sum(p.issued) as codes from span
      join campaign_performance p on p.workspace_id = ${tx.id} and p.issued > 0 and p.bucket >= span.begins
      group by 1)
    select distinct date_trunc('hour', t.at, 'UTC') as hour from (
      select hour as at from marked
      union all select redeemed_at from coupon_redemptions where workspace_id = ${tx.id} and redeemed_at >= ${since}
      union all select redeemed_at from coupon_redemptions
      where workspace_id = ${tx.id} and reversed_at >= ${since} and redeemed_at is not null
      union all select ordered_at from orders where workspace_id = ${tx.id} and updated_at >= ${since}
      union all select coalesce(i.hour, k.hour) from issued i full join known k on k.hour = i.hour
      where i.codes is distinct from k.codes) t`;
  return rows.map(({ hour }) => hour);
}
