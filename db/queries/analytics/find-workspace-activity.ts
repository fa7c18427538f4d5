import type { WorkspaceScope } from "@/db/scope";

export type WorkspaceActivity = {
  timeZone: string;
  sendingCampaignCount: number;
  scheduledCampaignCount: number;
  nextCampaignId: string | null;
  nextCampaignName: string | null;
  nextNotificationTime: Date | null;
  connectedApplicationsCount: number;
};

/** What is going on now, next to what was sent. */
export async function findWorkspaceActivity(scope: WorkspaceScope): Promise<WorkspaceActivity | undefined> {
  const rows = await scope.sql<WorkspaceActivity>`
    select w.time_zone, a.sending::int as sending_campaign_count, a.scheduled::int as scheduled_campaign_count,
      n.id as next_campaign_id, n.name as next_campaign_name, n.scheduled_at as next_notification_time,
      (select count(*)::int from providers p where p.workspace_id = w.id and p.status = 'active'
        and p.archived_at is null and p.kind <> 'sandbox') as connected_applications_count
    from workspaces w
    cross join lateral (
      select count(*) filter (where m.status = 'sending') as sending,
        count(*) filter (where m.status = 'scheduled') as scheduled
      from campaigns m where m.workspace_id = w.id and m.status in ('sending', 'scheduled')) a
    left join lateral (
      select m.id, m.name, m.scheduled_at from campaigns m
      where m.workspace_id = w.id and m.status = 'scheduled' and m.scheduled_at is not null
      order by m.scheduled_at, m.id limit 1) n on true
    where w.id = ${scope.id}`;
  return rows[0];
}
