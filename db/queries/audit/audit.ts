import type { WorkspaceScope } from "@/db/scope";

type AuditEntry = {
  id: string;
  action: string;
  target: { kind: string; id: string; name?: string };
  change: { before?: Record<string, unknown>; after?: Record<string, unknown> };
  actor: { kind: string; id: string; name: string };
  origin: { requestId: string; ip: string | null; userAgent: string | null } | undefined;
};

export async function insertAuditEntry(scope: WorkspaceScope, entry: AuditEntry): Promise<void> {
  const { actor, target, change, origin } = entry;
  await scope.sql`
    insert into audit_log (workspace_id, id, actor_kind, actor_id, actor_name, action, target_kind, target_id,
      target_name, before, after, ip, user_agent, request_id)
    values (${scope.id}, ${entry.id}, ${actor.kind}, ${actor.id}, ${actor.name}, ${entry.action}, ${target.kind},
      ${target.id}, ${target.name ?? ""}, ${change.before ? scope.json(change.before) : null},
      ${change.after ? scope.json(change.after) : null}, ${origin?.ip ?? null}, ${origin?.userAgent ?? null},
      ${origin?.requestId ?? null})`;
}
