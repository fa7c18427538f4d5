import type { SystemScope } from "@/db/scope";

export type ConnectedIdentity = { provider: string; connectedAt: Date };

export type WaysIn = { hasPassword: boolean; identities: ConnectedIdentity[] };

/** All ways into an account. Locks the account until the transaction ends, so that two may not take one each. */
export async function findWaysIn(tx: SystemScope, userId: string): Promise<WaysIn | undefined> {
  const [account] = await tx.sql<{ hasPassword: boolean }>`
    select password_hash is not null as has_password from users where id = ${userId} for update`;
  if (!account) return undefined;
  const identities = await tx.sql<ConnectedIdentity>`
    select provider, min(created_at) as connected_at from user_identities where user_id = ${userId}
    group by provider order by provider`;
  return { hasPassword: account.hasPassword, identities };
}

export async function deleteUserIdentities(tx: SystemScope, userId: string, provider: string): Promise<void> {
  await tx.sql`delete from user_identities where user_id = ${userId} and provider = ${provider}`;
}
