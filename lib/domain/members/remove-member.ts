import { revokeInvitesBy } from "@/db/queries/invites";
import { countOwners, deleteMember } from "@/db/queries/members";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { getMember, lockMembers } from "./lock-members";
import { assertMayGrant, assertMayManageMembers, assertNotLastOwner } from "./membership-rules";
import { roles } from "./role";
import { settleMemberKeys } from "./settle-member-keys";

/** Everybody may leave; taking others away needs the permission and a role not below theirs. */
export async function removeMember(
  ctx: WorkspaceContext,
  { userId, keepApiKeys = false }: { userId: string; keepApiKeys?: boolean | undefined },
): Promise<void> {
  const isLeaving = ctx.actor.kind === "user" && ctx.actor.id === userId;
  if (!isLeaving) ctx.require("members.write");
  await ctx.transaction(async (tx) => {
    const acting = await lockMembers(tx);
    const member = await getMember(tx, userId);
    if (!isLeaving) {
      assertMayManageMembers(acting, tx.actor.kind !== "user");
      assertMayGrant(acting, member.role);
    }
    if (member.role === "owner") assertNotLastOwner(await countOwners(tx.scope));
    await deleteMember(tx.scope, userId);
    await revokeInvitesBy(tx.scope, userId, [...roles]);
    const after = await settleMemberKeys(tx, { userId, role: null, keepApiKeys });
    const target = { kind: "user", id: userId, name: member.name };
    const action = isLeaving ? "member.left" : "member.removed";
    await tx.audit(action, target, { before: { role: member.role }, after });
  });
}
