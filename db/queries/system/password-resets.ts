import type { passwordResets } from "@/db/schema/users";
import type { SystemScope } from "@/db/scope";
import type { UserIdentity } from "./identity";

export type NewPasswordReset = Omit<typeof passwordResets.$inferSelect, "createdAt">;

/** The link that was out before stops working. */
export async function replacePasswordReset(system: SystemScope, reset: NewPasswordReset): Promise<void> {
  await system.sql`
    insert into password_resets (user_id, token_hash, session_epoch, expires_at)
    values (${reset.userId}, ${reset.tokenHash}, ${reset.sessionEpoch}, ${reset.expiresAt})
    on conflict (user_id) do update set token_hash = excluded.token_hash,
      session_epoch = excluded.session_epoch, expires_at = excluded.expires_at, created_at = now()`;
}

/** Whose password an open link may change. */
export async function findPasswordResetUser(
  system: SystemScope,
  tokenHash: string,
  now: Date,
): Promise<UserIdentity | undefined> {
  const rows = await system.sql<UserIdentity>`
    select u.id, u.name, u.email, u.locale, u.time_zone, u.session_epoch
    from password_resets r join users u on u.id = r.user_id and u.session_epoch = r.session_epoch
    where r.token_hash = ${tokenHash} and r.expires_at > ${now}`;
  return rows[0];
}

/** True for one caller only, while the link is open: a change of the password under way is waited for, and closes it. */
export async function takePasswordReset(tx: SystemScope, tokenHash: string, now: Date): Promise<boolean> {
  const rows = await tx.sql`
    delete from password_resets where token_hash = ${tokenHash} and user_id = (
      select u.id from password_resets r join users u on u.id = r.user_id and u.session_epoch = r.session_epoch
      where r.token_hash = ${tokenHash} and r.expires_at > ${now} for no key update of u)
    returning user_id`;
  return rows.length > 0;
}

export async function purgePasswordResets(system: SystemScope): Promise<void> {
  await system.sql`delete from password_resets where expires_at < now()`;
}
