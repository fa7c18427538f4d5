import type { SystemScope } from "@/db/scope";

/** Workspaces with people who have been due for a while and whom nobody has moved on. */
export async function unsafeAcrossWorkspacesListOverdueEnrolments(
  system: SystemScope,
  idleSeconds: number,
): Promise<{ workspaceId: string }[]> {
  return system.sql<{ workspaceId: string }>`
    select distinct e.workspace_id from enrolments e
    join automations a on a.workspace_id = e.workspace_id and a.id = e.automation_id and (a.status = 'live' or e.is_test)
    where e.status = 'active' and e.due_at < now() - make_interval(secs => ${idleSeconds}) limit 1000`;
}

/** Live automations whose people come due by the calendar, not by an event. */
export async function unsafeAcrossWorkspacesListSwept(
  system: SystemScope,
): Promise<{ workspaceId: string; automationId: string }[]> {
  return system.sql<{ workspaceId: string; automationId: string }>`
    select a.workspace_id, a.id as automation_id from automations a
    join workspaces w on w.id = a.workspace_id and w.deleted_at is null
    where a.status = 'live' and a.trigger_kind in ('birthday', 'inactive') order by 1, 2`;
}
