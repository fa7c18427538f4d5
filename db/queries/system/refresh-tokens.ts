import type { refreshTokens } from "@/db/schema/users";
import type { SystemScope } from "@/db/scope";

export type RefreshTokenRow = typeof refreshTokens.$inferSelect;

export type NewRefreshToken = Omit<RefreshTokenRow, "usedAt" | "createdAt">;

export async function insertRefreshToken(system: SystemScope, token: NewRefreshToken): Promise<void> {
  await system.sql`
    insert into refresh_tokens (id, family_id, user_id, token_hash, session_epoch, expires_at)
    values (${token.id}, ${token.familyId}, ${token.userId}, ${token.tokenHash}, ${token.sessionEpoch},
      ${token.expiresAt})`;
}

/** Read under its family's lock, so that a rotation and the discovery of a theft never pass each other. */
export async function lockRefreshToken(
  tx: SystemScope,
  tokenHash: string,
): Promise<RefreshTokenRow | undefined> {
  await tx.sql`
    select pg_advisory_xact_lock(hashtextextended(family_id::text, 0)) from refresh_tokens
    where token_hash = ${tokenHash}`;
  const rows = await tx.sql<RefreshTokenRow>`select * from refresh_tokens where token_hash = ${tokenHash}`;
  return rows[0];
}

export async function markRefreshTokenUsed(tx: SystemScope, id: string): Promise<void> {
  await tx.sql`update refresh_tokens set used_at = now() where id = ${id}`;
}

export async function deleteRefreshFamily(tx: SystemScope, familyId: string): Promise<void> {
  await tx.sql`delete from refresh_tokens where family_id = ${familyId}`;
}

/** Tokens that could not be used any more in any case. */
export async function purgeRefreshTokens(system: SystemScope, userId: string): Promise<void> {
  await system.sql`delete from refresh_tokens where user_id = ${userId} and expires_at < now()`;
}
