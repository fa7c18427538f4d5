import type { SystemScope } from "@/db/scope";
import { newId } from "@/lib/platform/ids";

type Change = { before?: Record<string, unknown>; after?: Record<string, unknown> };

type Origin = { requestId: string; ip: string | null; userAgent: string | null };

/** An account belongs to no workspace: what happens to it is noted in each one the person is a member of. */
export async function unsafeAcrossWorkspacesAuditAccount(
  tx: SystemScope,
  user: { id: string; name: string },
  action: string,
  origin: Origin,
  change: Change = {},
): Promise<void> {
  const rows = await tx.sql<{
    workspaceId: string;
  }>`select workspace_id from members where user_id = ${user.id}`;
  const workspaceIds = rows.map((row) => row.workspaceId);
  const ids = workspaceIds.map(() => newId());
  await tx.sql`
    insert into audit_log (workspace_id, id, actor_kind, actor_id, actor_name, action, target_kind, target_id,
      target_name, before, after, ip, user_agent, request_id)
    select workspace_id, id, 'user', ${user.id}, ${user.name}, ${action}, 'user', ${user.id}, ${user.name},
      ${change.before ? tx.json(change.before) : null}::jsonb, ${change.after ? tx.json(change.after) : null}::jsonb,
      ${origin.ip}, ${origin.userAgent}, ${origin.requestId}
    from unnest(${workspaceIds}::uuid[], ${ids}::uuid[]) as entry (workspace_id, id)`;
}
