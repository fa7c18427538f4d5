import type { AuditEntryRow } from "@/db/queries/audit/audit-log";

export type AuditEntry = {
  id: string;
  actor: { kind: string; id: string; name: string };
  action: string;
  target: { kind: string; id: string; name: string };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  ip: string | null;
  userAgent: string | null;
  requestId: string | null;
  createdAt: Date;
};

export function toAuditEntry(row: AuditEntryRow): AuditEntry {
  const { id, action, before, after, ip, userAgent, requestId, createdAt } = row;
  const actor = { kind: row.actorKind, id: row.actorId, name: row.actorName };
  const target = { kind: row.targetKind, id: row.targetId, name: row.targetName };
  return { id, actor, action, target, before, after, ip, userAgent, requestId, createdAt };
}
