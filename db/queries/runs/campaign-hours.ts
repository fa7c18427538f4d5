import type { WorkspaceScope } from "@/db/scope";

/** Stands for the campaign of everything that was sent without one. */
export const transactionalSends = "00000000-0000-0000-0000-000000000000";

/** Adds an ended run's chunks to the hourly totals, by the hour in which each chunk ended. */
export async function addRunToHours(tx: WorkspaceScope, runId: string): Promise<void> {
  await tx.sql`
    insert into campaign_hours as h (workspace_id, hour, campaign_id, channel, sent, failed, skipped)
    select k.workspace_id, date_trunc('hour', coalesce(k.ended_at, now()), 'UTC'), coalesce(r.campaign_id, ${transactionalSends}::uuid), r.channel,
      sum(k.sent), sum(k.failed + k.unknown), sum(k.skipped)
    from run_chunks k join runs r on r.workspace_id = k.workspace_id and r.id = k.run_id
    where k.workspace_id = ${tx.id} and k.run_id = ${runId} and r.kind <> 'test'
    group by 1, 2, 3, 4
    on conflict (workspace_id, hour, campaign_id, channel) do update set sent = h.sent + excluded.sent,
      failed = h.failed + excluded.failed, skipped = h.skipped + excluded.skipped`;
}
