import type { SystemScope } from "@/db/scope";
import type { OpenChunk } from "../runs/chunks";

export type StalledChunk = OpenChunk & { workspaceId: string };

export type StalledCampaign = { workspaceId: string; campaignId: string; version: number };

/**
 * Open chunks of running sends that nobody has touched for a while: their waking was lost or gave up; and of cancelled
 * ones that nobody has closed. They count as touched from now on. Those that only wait for a free sender are given
 * longer than those whose sender vanished.
 */
export async function unsafeAcrossWorkspacesTouchStalledChunks(
  system: SystemScope,
  { vanishedSeconds, waitingSeconds }: { vanishedSeconds: number; waitingSeconds: number },
): Promise<StalledChunk[]> {
  return system.sql<StalledChunk>`
    update run_chunks k set touched_at = now()
    from runs r join workspaces w on w.id = r.workspace_id and w.deleted_at is null
    where r.workspace_id = k.workspace_id and r.id = k.run_id and r.ended_at is null
      and (r.status = 'cancelled' or (r.status = 'sending' and w.sending_stopped_at is null))
      and k.status in ('pending', 'sending')
      and (k.lease_until < now() - make_interval(secs => ${vanishedSeconds})
        or (k.lease_until is null and k.touched_at < now() - make_interval(secs => ${waitingSeconds})))
      and k.touched_at < now() - make_interval(secs => ${vanishedSeconds})
      and (k.due_at is null or k.due_at < now() - make_interval(secs => ${vanishedSeconds}))
    returning k.workspace_id, k.run_id, k.chunk_no, r.kind`;
}

/** Campaigns whose time has come and gone without a start, or whose freeze stopped half-way. */
export async function unsafeAcrossWorkspacesListStalledCampaigns(
  system: SystemScope,
  idleSeconds: number,
): Promise<StalledCampaign[]> {
  return system.sql<StalledCampaign>`
    select c.workspace_id, c.id as campaign_id, case when c.status = 'scheduled' then c.version else c.version - 1 end as version
    from campaigns c left join runs r on r.workspace_id = c.workspace_id and r.id = c.run_id
    where (c.status = 'scheduled' and coalesce(c.starts_at, c.scheduled_at) < now() - make_interval(secs => ${idleSeconds}))
      or (c.status = 'sending' and r.status = 'freezing' and r.started_at < now() - interval '10 minutes')
    limit 1000`;
}
