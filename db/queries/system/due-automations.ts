import type { SystemScope } from "@/db/scope";

/** Workspaces with people who have been due for a while and whom nobody has moved on; those who wait longest first. */
export async function unsafeAcrossWorkspacesListOverdueEnrolments(
  system: SystemScope,
  idleSeconds: number,
): Promise<{ workspaceId: string }[]> {
  const overdue = system.fragment`now() - make_interval(secs => ${idleSeconds})`;
  return system.sql<{ workspaceId: string }>`
    select a.workspace_id from automations a
    join workspaces w on w.id = a.workspace_id and w.deleted_at is null
    cross join lateral (
      (select e.due_at from enrolments e where e.workspace_id = a.workspace_id and e.automation_id = a.id
        and a.status = 'live' and e.status = 'active' and not e.is_test and e.due_at < ${overdue}
      order by e.due_at limit 1)
      union all
      (select e.due_at from enrolments e where e.workspace_id = a.workspace_id and e.status = 'active' and e.is_test
        and e.due_at < ${overdue}
      order by e.due_at limit 1)) due
    group by a.workspace_id order by min(due.due_at) limit 1000`;
}

/** Live automations whose people come due by the calendar, not by an event. */
export async function unsafeAcrossWorkspacesListSwept(
  system: SystemScope,
): Promise<{ workspaceId: string; automationId: string }[]> {
  return system.sql<{ workspaceId: string; automationId: string }>`
    select a.workspace_id, a.id as automation_id from automations a
    join workspaces w on w.id = a.workspace_id and w.deleted_at is null
    where a.status = 'live' and a.trigger_kind in ('birthday', 'inactive', 'coupon_expiring', 'membership_expiring') order by 1, 2`;
}

/** Archived automations that people are still inside of. */
export async function unsafeAcrossWorkspacesListArchivedInside(
  system: SystemScope,
): Promise<{ workspaceId: string; automationId: string }[]> {
  return system.sql<{ workspaceId: string; automationId: string }>`
    select a.workspace_id, a.id as automation_id from automations a
    join workspaces w on w.id = a.workspace_id and w.deleted_at is null
    where a.status = 'archived' and exists (select 1 from enrolments e where e.workspace_id = a.workspace_id
      and e.automation_id = a.id and e.status = 'active') order by 1, 2`;
}
