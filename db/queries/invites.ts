import type { invites } from "@/db/schema/workspaces";
import type { WorkspaceScope } from "@/db/scope";
import type { Role } from "@/lib/domain/members/role";

type StoredInvite = typeof invites.$inferSelect;

export type InviteRow = Omit<StoredInvite, "role" | "tokenHash"> & { role: Role; inviterName: string | null };

export type NewInvite = {
  id: string;
  email: string;
  role: Role;
  tokenHash: string;
  invitedBy: string;
  expiresAt: Date;
};

export async function insertInvite(tx: WorkspaceScope, invite: NewInvite): Promise<InviteRow> {
  const rows = await tx.sql<InviteRow>`
    with added as (
      insert into invites (workspace_id, id, email, role, token_hash, invited_by, expires_at)
      values (${tx.id}, ${invite.id}, ${invite.email}, ${invite.role}, ${invite.tokenHash}, ${invite.invitedBy},
        ${invite.expiresAt})
      returning *)
    ${shown(tx)} from added i left join users u on u.id = i.invited_by`;
  return first(rows);
}

/** Those that somebody could still accept, or could have: the newest first. */
export async function listOpenInvites(scope: WorkspaceScope, max: number): Promise<InviteRow[]> {
  return scope.sql<InviteRow>`
    ${shown(scope)} from invites i left join users u on u.id = i.invited_by
    where i.workspace_id = ${scope.id} and i.accepted_at is null and i.revoked_at is null
    order by i.id desc limit ${max}`;
}

export async function findInvite(scope: WorkspaceScope, inviteId: string): Promise<InviteRow | undefined> {
  const rows = await scope.sql<InviteRow>`
    ${shown(scope)} from invites i left join users u on u.id = i.invited_by
    where i.workspace_id = ${scope.id} and i.id = ${inviteId}`;
  return rows[0];
}

/** The link that was given out stops working; the new one starts. Nothing when it is no longer open. */
export async function renewInvite(
  tx: WorkspaceScope,
  inviteId: string,
  { tokenHash, expiresAt }: { tokenHash: string; expiresAt: Date },
): Promise<boolean> {
  const rows = await tx.sql`
    update invites set token_hash = ${tokenHash}, expires_at = ${expiresAt}, mailed_at = null
    where workspace_id = ${tx.id} and id = ${inviteId} and accepted_at is null and revoked_at is null returning id`;
  return rows.length > 0;
}

/** For the link that was in the mail: a newer one has not been mailed by it. */
export async function markInviteMailed(
  scope: WorkspaceScope,
  inviteId: string,
  { tokenHash, mailedAt }: { tokenHash: string; mailedAt: Date },
): Promise<void> {
  await scope.sql`
    update invites set mailed_at = ${mailedAt}
    where workspace_id = ${scope.id} and id = ${inviteId} and token_hash = ${tokenHash}`;
}

export async function revokeInvite(tx: WorkspaceScope, inviteId: string): Promise<boolean> {
  const rows = await tx.sql`
    update invites set revoked_at = now()
    where workspace_id = ${tx.id} and id = ${inviteId} and accepted_at is null and revoked_at is null returning id`;
  return rows.length > 0;
}

/** Open invites to these addresses, which a newer one replaces. */
export async function revokeInvitesTo(tx: WorkspaceScope, emails: string[]): Promise<void> {
  await tx.sql`
    update invites set revoked_at = now()
    where workspace_id = ${tx.id} and email = any(${emails}) and accepted_at is null and revoked_at is null`;
}

/** Open invites that somebody gave out to roles they may no longer grant. */
export async function revokeInvitesBy(tx: WorkspaceScope, userId: string, roles: Role[]): Promise<void> {
  await tx.sql`
    update invites set revoked_at = now()
    where workspace_id = ${tx.id} and invited_by = ${userId} and role = any(${roles})
      and accepted_at is null and revoked_at is null`;
}

/** True for one caller only, and only while the invite is open. */
export async function acceptInvite(
  tx: WorkspaceScope,
  inviteId: string,
  tokenHash: string,
): Promise<boolean> {
  const rows = await tx.sql`
    update invites set accepted_at = now()
    where workspace_id = ${tx.id} and id = ${inviteId} and token_hash = ${tokenHash} and accepted_at is null
      and revoked_at is null and expires_at > now() returning id`;
  return rows.length > 0;
}

const shown = (scope: WorkspaceScope) => scope.fragment`
  select i.workspace_id, i.id, i.email, i.role, i.invited_by, i.expires_at, i.accepted_at, i.revoked_at, i.mailed_at,
    i.created_at,
    u.name as inviter_name`;

function first(rows: InviteRow[]): InviteRow {
  const [row] = rows;
  if (!row) throw new Error("An insert gives its row back.");
  return row;
}
