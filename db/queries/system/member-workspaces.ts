import type { workspaces } from "@/db/schema/workspaces";
import type { SystemScope } from "@/db/scope";
import type { Role } from "@/lib/domain/members/role";
import type { ConsentMode, PlanType } from "@/lib/domain/workspaces/workspace";

export type WorkspaceRow = Omit<typeof workspaces.$inferSelect, "planType" | "consentMode"> & {
  planType: PlanType;
  consentMode: ConsentMode;
};

/** A workspace as one of its members sees it. */
export type MemberWorkspace = WorkspaceRow & { role: Role; lastActiveAt: Date | null };

/** Every workspace of a person, the one they used last first. */
export async function unsafeAcrossWorkspacesListWorkspacesOf(
  system: SystemScope,
  userId: string,
): Promise<MemberWorkspace[]> {
  return system.sql<MemberWorkspace>`
    select w.*, m.role, m.last_active_at from members m join workspaces w on w.id = m.workspace_id
    where m.user_id = ${userId}
    order by m.last_active_at desc nulls last, w.created_at, w.id`;
}

/** Notes that a member is here now. */
export async function unsafeAcrossWorkspacesNoteActivity(
  system: SystemScope,
  workspaceId: string,
  userId: string,
): Promise<void> {
  await system.sql`
    update members set last_active_at = now()
    where workspace_id = ${workspaceId} and user_id = ${userId}`;
}

/** The workspace of a person that once had this slug. */
export async function unsafeAcrossWorkspacesFindRenamed(
  system: SystemScope,
  userId: string,
  formerSlug: string,
): Promise<{ slug: string } | undefined> {
  const rows = await system.sql<{ slug: string }>`
    select w.slug from former_slugs f
    join workspaces w on w.id = f.workspace_id
    join members m on m.workspace_id = w.id and m.user_id = ${userId}
    where f.slug = ${formerSlug} order by f.created_at desc limit 1`;
  return rows[0];
}
