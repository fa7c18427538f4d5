import { renewInvite as renewInviteRow } from "@/db/queries/invites";
import { assertKeyHoldsRole } from "@/lib/domain/members/membership-rules";
import { hashBearerSecret, newBearerSecret } from "@/lib/platform/auth/bearer-secret";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict } from "@/lib/platform/errors";
import type { InviteWithSecret } from "./create-invites";
import { inviteExpiry } from "./invite";
import { type MailedInvite, mailInvite } from "./mail-invites";
import { getManageableInvite } from "./revoke-invite";

/** Gives out a new link with a new week to use it, and mails it; the old link stops working. */
export async function renewInvite(
  ctx: WorkspaceContext,
  { inviteId, publicOrigin }: { inviteId: string; publicOrigin: string },
): Promise<MailedInvite> {
  ctx.require("members.write");
  const secret = newBearerSecret("invite");
  const renewed = await ctx.transaction(async (tx): Promise<InviteWithSecret> => {
    const invite = await getManageableInvite(tx, inviteId);
    assertKeyHoldsRole(tx.actor, invite.role);
    const expiresAt = inviteExpiry(tx.now());
    const isOpen = await renewInviteRow(tx.scope, inviteId, {
      tokenHash: hashBearerSecret(secret),
      expiresAt,
    });
    if (!isOpen) throw conflict("This invite was accepted or revoked.", { reason: "invite_closed" });
    await tx.audit(
      "invite.renewed",
      { kind: "invite", id: inviteId, name: invite.email },
      { after: { expiresAt } },
    );
    return { ...invite, expiresAt, mailedAt: null, status: "invited", secret };
  });
  return mailInvite(ctx, renewed, publicOrigin);
}
