import { type InviteRow, insertInvite, revokeInvitesTo } from "@/db/queries/invites";
import { listMemberEmails } from "@/db/queries/members";
import { lockMembers } from "@/lib/domain/members/lock-members";
import {
  assertKeyHoldsRole,
  assertMayGrant,
  assertMayManageMembers,
} from "@/lib/domain/members/membership-rules";
import type { Role } from "@/lib/domain/members/role";
import { foldEmail } from "@/lib/domain/users/user";
import { hashBearerSecret, newBearerSecret } from "@/lib/platform/auth/bearer-secret";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { type InviteStatus, inviteExpiry, inviteStatusOf } from "./invite";
import { type MailedInvite, mailInvites } from "./mail-invites";

export type Invite = InviteRow & { status: InviteStatus };

/** The secret is known this once: only a hash of it is kept. */
export type InviteWithSecret = Invite & { secret: string };

export type InviteRefusal = { email: string; code: "already_member" };

type Input = { emails: string[]; role: Role; publicOrigin: string };

/** A newer invite to the same address replaces the older one. */
export async function createInvites(
  ctx: WorkspaceContext,
  input: Input,
): Promise<{ data: MailedInvite[]; errors: InviteRefusal[] }> {
  ctx.require("members.write");
  const emails = [...new Set(input.emails.map(foldEmail))];
  const { data, errors } = await ctx.transaction(async (tx) => {
    const acting = await lockMembers(tx);
    assertMayManageMembers(acting, tx.actor.kind !== "user");
    assertMayGrant(acting, input.role);
    assertKeyHoldsRole(tx.actor, input.role);
    const members = new Set(await listMemberEmails(tx.scope, emails));
    const strangers = emails.filter((email) => !members.has(email));
    await revokeInvitesTo(tx.scope, strangers);
    const data: InviteWithSecret[] = [];
    for (const email of strangers) data.push(await createInvite(tx, email, input.role));
    return { data, errors: [...members].map((email) => ({ email, code: "already_member" as const })) };
  });
  return { data: await mailInvites(ctx, data, input.publicOrigin), errors };
}

async function createInvite(tx: TransactionContext, email: string, role: Role): Promise<InviteWithSecret> {
  const secret = newBearerSecret("invite");
  const invite = await insertInvite(tx.scope, {
    id: newId(),
    email,
    role,
    tokenHash: hashBearerSecret(secret),
    invitedBy: tx.actor.id,
    expiresAt: inviteExpiry(tx.now()),
  });
  await tx.audit(
    "invite.created",
    { kind: "invite", id: invite.id, name: email },
    { after: { email, role } },
  );
  return { ...invite, status: inviteStatusOf(invite, tx.now()), secret };
}
