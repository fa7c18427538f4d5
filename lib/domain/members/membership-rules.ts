import type { Actor } from "@/lib/platform/context/workspace-context";
import { conflict, forbidden } from "@/lib/platform/errors";
import { mayGrant, permissions, type Role, roleMay, roles, scopesMay } from "./role";

export function assertMayGrant(actor: Role, role: Role): void {
  if (mayGrant(actor, role)) return;
  throw forbidden(`The role ${actor} may not give, change or take away the role ${role}.`, {
    reason: "role_above_own",
    role,
  });
}

/** Whoever takes the role may do all that it may; a key that lacks any of that would climb by giving it away. */
export function assertKeyHoldsRole(actor: Actor, role: Role): void {
  if (actor.kind !== "api_key") return;
  const { scopes } = actor;
  const missing = permissions.find((one) => roleMay(role, one) && !scopesMay(scopes, one));
  if (missing === undefined) return;
  throw forbidden(`This API key may not give the role ${role}: it lacks the permission ${missing} itself.`, {
    reason: "role_above_key",
    role,
    permission: missing,
  });
}

/** For callers whose role was read again inside the transaction. */
export function assertMayManageMembers(actor: Role, isApiKey: boolean): void {
  if (isApiKey || roleMay(actor, "members.write")) return;
  throw forbidden("This needs the permission members.write, which you do not have.", {
    reason: "insufficient_scope",
    permission: "members.write",
  });
}

export function assertNotLastOwner(ownerCount: number): void {
  if (ownerCount > 1) return;
  throw conflict("A workspace needs an owner. Make somebody else an owner first.", { reason: "last_owner" });
}

export const rolesAbove = (role: Role): Role[] => roles.filter((other) => !mayGrant(role, other));
