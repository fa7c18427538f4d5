import { listOpenApiKeysBy, revokeApiKeys } from "@/db/queries/api-keys";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { keyPermissions, type Role, roleMay, scopesMay } from "./role";

type Choice = { userId: string; role: Role | null; keepApiKeys: boolean };

export type SettledKeys = { apiKeysRevoked: number; apiKeysKept: number };

/**
 * Whoever made a key knows its secret: one that may do more than its maker still may (`role`; null: nothing) is revoked
 * unless it shall stay. Says how many, for the log.
 */
export async function settleMemberKeys(
  tx: TransactionContext,
  { userId, role, keepApiKeys }: Choice,
): Promise<SettledKeys> {
  const keys = await listOpenApiKeysBy(tx.scope, userId);
  const beyond = keys.filter(({ scopes }) => exceeds(scopes, role));
  if (keepApiKeys) return { apiKeysRevoked: 0, apiKeysKept: beyond.length };
  await revokeApiKeys(
    tx.scope,
    beyond.map(({ id }) => id),
  );
  for (const { id, name, scopes, last4 } of beyond)
    await tx.audit("api_key.revoked", { kind: "api_key", id, name }, { before: { name, scopes, last4 } });
  return { apiKeysRevoked: beyond.length, apiKeysKept: 0 };
}

const exceeds = (scopes: readonly string[], role: Role | null): boolean =>
  keyPermissions.some(
    (permission) => scopesMay(scopes, permission) && (role === null || !roleMay(role, permission)),
  );
