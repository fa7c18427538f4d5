import { notifySessionsEnded } from "@/db/queries/realtime";
import type { users } from "@/db/schema/workspaces";
import type { SystemScope, WorkspaceScope } from "@/db/scope";
import type { UserIdentity } from "./identity";

export type UserRow = typeof users.$inferSelect;

type Handle = SystemScope | WorkspaceScope;

export type NewUser = {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  locale: string;
  timeZone: string;
};

/** Nothing when the address is taken. */
export async function insertUser(handle: Handle, user: NewUser): Promise<UserRow | undefined> {
  const rows = await handle.sql<UserRow>`
    insert into users (id, email, name, password_hash, locale, time_zone)
    values (${user.id}, ${user.email}, ${user.name}, ${user.passwordHash}, ${user.locale}, ${user.timeZone})
    on conflict (email) do nothing returning *`;
  return rows[0];
}

export async function findUserByEmail(handle: Handle, email: string): Promise<UserRow | undefined> {
  const rows = await handle.sql<UserRow>`select * from users where email = ${email}`;
  return rows[0];
}

export async function findAccount(handle: Handle, userId: string): Promise<UserRow | undefined> {
  const rows = await handle.sql<UserRow>`select * from users where id = ${userId}`;
  return rows[0];
}

export type ProfileChange = {
  name?: string | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
};

export async function updateProfile(
  handle: Handle,
  userId: string,
  change: ProfileChange,
): Promise<UserRow | undefined> {
  const rows = await handle.sql<UserRow>`
    update users set name = coalesce(${change.name ?? null}, name), locale = coalesce(${change.locale ?? null}, locale),
      time_zone = coalesce(${change.timeZone ?? null}, time_zone), updated_at = now()
    where id = ${userId} returning *`;
  return rows[0];
}

/** Ends every session, token and live connection; the caller gives the person a new one. */
export async function raiseSessionEpoch(
  handle: Handle,
  userId: string,
  passwordHash?: string,
): Promise<UserIdentity | undefined> {
  const rows = await handle.sql<UserIdentity>`
    update users set session_epoch = session_epoch + 1, password_hash = coalesce(${passwordHash ?? null}, password_hash),
      updated_at = now()
    where id = ${userId} returning id, name, email, locale, time_zone, session_epoch`;
  await notifySessionsEnded(handle, userId);
  return rows[0];
}

export async function findUserOfIdentity(
  handle: Handle,
  provider: string,
  providerAccountId: string,
): Promise<UserRow | undefined> {
  const rows = await handle.sql<UserRow>`
    select u.* from user_identities i join users u on u.id = i.user_id
    where i.provider = ${provider} and i.provider_account_id = ${providerAccountId}`;
  return rows[0];
}

/** False when it opens an account already. */
export async function insertUserIdentity(
  handle: Handle,
  identity: { provider: string; providerAccountId: string; userId: string },
): Promise<boolean> {
  const rows = await handle.sql`
    insert into user_identities (provider, provider_account_id, user_id)
    values (${identity.provider}, ${identity.providerAccountId}, ${identity.userId})
    on conflict (provider, provider_account_id) do nothing returning 1`;
  return rows.length === 1;
}

/**
 * Identities that were joined to an account after it was made: whoever made it under an address need not have owned
 * the address. Those it was made through were vouched for.
 */
export async function deleteAddedIdentities(handle: Handle, userId: string): Promise<void> {
  await handle.sql`
    delete from user_identities i using users u
    where u.id = i.user_id and i.user_id = ${userId} and i.created_at > u.created_at`;
}
