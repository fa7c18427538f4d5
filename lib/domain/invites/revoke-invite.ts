import { findInvite, revokeInvite as revokeInviteRow } from "@/db/queries/invites";
import { lockMembers } from "@/lib/domain/members/lock-members";
import { assertMayGrant, assertMayManageMembers } from "@/lib/domain/members/membership-rules";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

export async function revokeInvite(ctx: WorkspaceContext, { inviteId }: { inviteId: string }): Promise<void> {
  ctx.require("members.write");
  await ctx.transaction(async (tx) => {
    const invite = await getManageableInvite(tx, inviteId);
    if (!(await revokeInviteRow(tx.scope, inviteId))) throw notFound();
    const { email, role } = invite;
    await tx.audit(
      "invite.revoked",
      { kind: "invite", id: inviteId, name: email },
      { before: { email, role } },
    );
  });
}

/** An invite to a role above one's own is not one's own to change. */
export async function getManageableInvite(tx: TransactionContext, inviteId: string) {
  const acting = await lockMembers(tx);
  const invite = await findInvite(tx.scope, inviteId);
  if (!invite) throw notFound();
  assertMayManageMembers(acting, tx.actor.kind !== "user");
  assertMayGrant(acting, invite.role);
  return invite;
}
