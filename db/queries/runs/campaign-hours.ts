import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** Stands for the campaign of everything that was sent without one. */
export const transactionalSends = "00000000-0000-0000-0000-000000000000";

/**
 * Adds the rows of a query to the hourly totals and to what the workspace has ever sent, and gives their campaigns.
 * `counted` has `hour, campaign_id, channel, sent, failed, skipped, delivered`. Hours are taken in their order, so that
 * two writers never wait for each other.
 */
export const addToHours = (tx: WorkspaceScope, counted: Fragment): Fragment => tx.fragment`
  with counted as (${counted}),
  total as (
    insert into workspace_totals as t (workspace_id, sent)
    select ${tx.id}::uuid, sum(sent) from counted having sum(sent) <> 0
    on conflict (workspace_id) do update set sent = t.sent + excluded.sent),
  hours as (
    insert into campaign_hours as h (workspace_id, hour, campaign_id, channel, sent, failed, skipped, delivered)
    select ${tx.id}::uuid, hour, campaign_id, channel, sum(sent), sum(failed), sum(skipped), sum(delivered) from counted
    group by hour, campaign_id, channel order by hour
    on conflict (workspace_id, hour, campaign_id, channel) do update set sent = h.sent + excluded.sent,
      failed = h.failed + excluded.failed, skipped = h.skipped + excluded.skipped,
      delivered = h.delivered + excluded.delivered
    returning h.campaign_id)
  select distinct campaign_id from hours`;

/** Adds an ended run's chunks, by the hour in which each chunk ended. */
export async function addRunToHours(tx: WorkspaceScope, runId: string): Promise<void> {
  await tx.sql`${addToHours(
    tx,
    tx.fragment`
      select date_trunc('hour', coalesce(k.ended_at, now()), 'UTC') as hour,
        coalesce(r.campaign_id, ${transactionalSends}::uuid) as campaign_id, r.channel,
        k.sent, k.failed + k.unknown as failed, k.skipped, 0 as delivered
      from run_chunks k join runs r on r.workspace_id = k.workspace_id and r.id = k.run_id
      where k.workspace_id = ${tx.id} and k.run_id = ${runId} and r.kind <> 'test'`,
  )}`;
}
