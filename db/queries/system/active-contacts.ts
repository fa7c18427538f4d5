import type { SystemScope } from "@/db/scope";

export type Activity = { workspaceId: string; contactId: string; at: Date };

/** Never backwards, and not for less than a minute: audiences ask for days, and each write makes a row version. */
export async function unsafeAcrossWorkspacesNoteActive(
  system: SystemScope,
  activities: Activity[],
): Promise<void> {
  await system.sql`
    with seen as materialized (
      select c.workspace_id, c.id, r.at
      from unnest(${activities.map((a) => a.workspaceId)}::uuid[], ${activities.map((a) => a.contactId)}::uuid[],
        ${activities.map((a) => a.at.toISOString())}::timestamptz[]) as r(workspace_id, contact_id, at)
      join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
      where c.last_active_at is null or c.last_active_at < r.at - interval '1 minute'
      order by c.workspace_id, c.id for update of c)
    update contacts c set last_active_at = seen.at from seen
    where c.workspace_id = seen.workspace_id and c.id = seen.id
      and (c.last_active_at is null or c.last_active_at < seen.at)`;
}
