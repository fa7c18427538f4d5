import type { workspaces } from "@/db/schema/workspaces";
import type { SystemScope } from "@/db/scope";
import type { Role } from "@/lib/domain/members/role";

export type WorkspaceRow = typeof workspaces.$inferSelect;

/** A workspace as one of its members sees it. */
export type MemberWorkspace = WorkspaceRow & { role: Role };

/** Every workspace of a person, the one they used last first. */
export async function unsafeAcrossWorkspacesListWorkspacesOf(
  system: SystemScope,
  userId: string,
): Promise<MemberWorkspace[]> {
  return system.sql<MemberWorkspace>`
    select w.*, m.role from members m join workspaces w on w.id = m.workspace_id
    where m.user_id = ${userId}
    order by m.last_active_at desc nulls last, w.created_at, w.id`;
}

/** Notes that a member is here, at most once in five minutes. */
export async function unsafeAcrossWorkspacesNoteActivity(
  system: SystemScope,
  workspaceId: string,
  userId: string,
): Promise<void> {
  await system.sql`
    update members set last_active_at = now()
    where workspace_id = ${workspaceId} and user_id = ${userId}
      and (last_active_at is null or last_active_at < now() - interval '5 minutes')`;
}
