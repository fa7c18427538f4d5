import type { SystemScope } from "@/db/scope";

/**
 * Workspaces whose redemptions, orders or given codes have moved since their figures were computed; every ten minutes also
 * those with offers or orders at all, whose messages may have been clicked. The longest waiting first.
 */
export async function unsafeAcrossWorkspacesListPerformanceDue(
  system: SystemScope,
): Promise<{ workspaceId: string }[]> {
  return system.sql<{ workspaceId: string }>`
    select w.id as workspace_id from workspaces w left join performance_states s on s.workspace_id = w.id
    where w.deleted_at is null and (
      exists (select 1 from orders o where o.workspace_id = w.id)
      or exists (select 1 from offers f where f.workspace_id = w.id))
    and (s.computed_until is null or s.computed_until < now() - interval '10 minutes' or s.time_zone <> w.time_zone
      or exists (select 1 from coupon_redemptions r where r.workspace_id = w.id
        and r.redeemed_at >= s.computed_until - interval '1 minute')
      or exists (select 1 from coupon_redemptions r where r.workspace_id = w.id
        and r.reversed_at >= s.computed_until - interval '1 minute')
      or exists (select 1 from orders o where o.workspace_id = w.id
        and o.updated_at >= s.computed_until - interval '1 minute')
      or exists (select 1 from stale_performance_hours h where h.workspace_id = w.id))
    order by s.computed_until nulls first, w.id limit 2000`;
}
