import { findMember, type MemberRow } from "@/db/queries/members";
import { lockWorkspace } from "@/db/queries/workspaces";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { forbidden, notFound } from "@/lib/platform/errors";
import { rankOfActor } from "./rank-of-actor";
import type { Role } from "./role";

/**
 * Holds the workspace's membership still for the rest of the transaction, and looks again at what the actor may:
 * whoever was demoted a moment ago acts with the new role.
 */
export async function lockMembers(tx: TransactionContext): Promise<Role> {
  if (!(await lockWorkspace(tx.scope))) throw notFound();
  if (tx.actor.kind !== "user") return rankOfActor(tx.actor);
  const actor = await findMember(tx.scope, tx.actor.id);
  if (!actor)
    throw forbidden("You are no longer a member of this workspace.", { reason: "no_longer_member" });
  return actor.role;
}

export async function getMember(tx: TransactionContext, userId: string): Promise<MemberRow> {
  const member = await findMember(tx.scope, userId);
  if (!member) throw notFound();
  return member;
}
