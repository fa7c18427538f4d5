import type { SystemScope } from "@/db/scope";
import type { Role } from "@/lib/domain/members/role";

export type InviteOffer = {
  workspaceId: string;
  workspaceName: string;
  workspaceSlug: string;
  id: string;
  email: string;
  role: Role;
  inviterName: string | null;
  hasAccount: boolean;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
};

/** What the holder of a link is offered; the link is all they have, so the workspace is not known before. */
export async function unsafeAcrossWorkspacesFindInvite(
  system: SystemScope,
  tokenHash: string,
): Promise<InviteOffer | undefined> {
  const rows = await system.sql<InviteOffer>`
    select i.workspace_id, w.name as workspace_name, w.slug as workspace_slug, i.id, i.email, i.role,
      u.name as inviter_name, exists (select 1 from users a where a.email = i.email) as has_account,
      i.expires_at, i.accepted_at, i.revoked_at
    from invites i
    join workspaces w on w.id = i.workspace_id
    left join users u on u.id = i.invited_by
    where i.token_hash = ${tokenHash}`;
  return rows[0];
}
