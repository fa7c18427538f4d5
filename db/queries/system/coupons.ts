import type { SystemScope } from "@/db/scope";

/** Those with holds that are over, the longest waiting first. */
export async function unsafeAcrossWorkspacesListDueHolds(
  system: SystemScope,
  limit: number,
): Promise<string[]> {
  const rows = await system.sql<{ workspaceId: string }>`
    select workspace_id from coupon_redemptions where status = 'held' and hold_expires_at <= now()
    group by workspace_id order by min(hold_expires_at) limit ${limit}`;
  return rows.map(({ workspaceId }) => workspaceId);
}

export type Retention = { tracesBefore: Date; refusalsBeforeId: string; batch: number };

/**
 * Takes addresses and browsers off what is old enough, and old refusals away. Passes by rows that somebody works on, and gives
 * how many it met: as many as `batch` means that there may be more.
 */
export async function unsafeAcrossWorkspacesPurgeCouponTraces(
  system: SystemScope,
  { tracesBefore, refusalsBeforeId, batch }: Retention,
): Promise<number> {
  const [row] = await system.sql<{ count: number }>`
    with redemptions as (
      update coupon_redemptions r set ip = null, user_agent = null
      from (select workspace_id, id from coupon_redemptions
        where (ip is not null or user_agent is not null) and created_at < ${tracesBefore}
        limit ${batch} for update skip locked) old
      where r.workspace_id = old.workspace_id and r.id = old.id
      returning 1),
    refusals as (
      update coupon_refusals r set ip = null, user_agent = null
      from (select workspace_id, id from coupon_refusals
        where (ip is not null or user_agent is not null) and created_at < ${tracesBefore} and id >= ${refusalsBeforeId}
        limit ${batch} for update skip locked) old
      where r.workspace_id = old.workspace_id and r.id = old.id
      returning 1),
    gone as (
      delete from coupon_refusals r
      using (select o.workspace_id, o.id from workspaces w
        cross join lateral (select workspace_id, id from coupon_refusals
          where workspace_id = w.id and id < ${refusalsBeforeId} limit ${batch}) o limit ${batch}) old
      where r.workspace_id = old.workspace_id and r.id = old.id
      returning 1)
    select greatest((select count(*) from redemptions), (select count(*) from refusals), (select count(*) from gone))::int as count`;
  return row?.count ?? 0;
}

/** What was taken of periods that are long over; nothing is given back to them any more that anybody counts. */
export async function unsafeAcrossWorkspacesPurgeOfferLimits(system: SystemScope): Promise<void> {
  await system.sql`delete from offer_limits where period <> 'ever' and period_start < now() - interval '100 days'`;
}
