import { revokeInvitesBy } from "@/db/queries/invites";
import { countOwners, updateMemberRole } from "@/db/queries/members";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Member } from "./list-members";
import { getMember, lockMembers } from "./lock-members";
import {
  assertKeyHoldsRole,
  assertMayGrant,
  assertMayManageMembers,
  assertNotLastOwner,
  rolesAbove,
} from "./membership-rules";
import type { Role } from "./role";
import { settleMemberKeys } from "./settle-member-keys";

export async function changeMemberRole(
  ctx: WorkspaceContext,
  { userId, role, keepApiKeys = false }: { userId: string; role: Role; keepApiKeys?: boolean | undefined },
): Promise<Member> {
  ctx.require("members.write");
  return ctx.transaction(async (tx) => {
    const acting = await lockMembers(tx);
    const member = await getMember(tx, userId);
    assertMayManageMembers(acting, tx.actor.kind !== "user");
    assertMayGrant(acting, member.role);
    assertMayGrant(acting, role);
    assertKeyHoldsRole(tx.actor, role);
    if (member.role !== role) {
      if (member.role === "owner") assertNotLastOwner(await countOwners(tx.scope));
      await updateMemberRole(tx.scope, userId, role);
      await revokeInvitesBy(tx.scope, userId, rolesAbove(role));
      const keys = await settleMemberKeys(tx, { userId, role, keepApiKeys });
      const target = { kind: "user", id: userId, name: member.name };
      await tx.audit("member.role_changed", target, {
        before: { role: member.role },
        after: { role, ...keys },
      });
    }
    return { ...member, role, status: "active" };
  });
}
