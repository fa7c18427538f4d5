import type { SystemScope } from "@/db/scope";
import type { ApiKeyKind } from "@/lib/domain/api-keys/api-key";
import type { Role } from "@/lib/domain/members/role";

export type ApiKeyIdentity = {
  workspaceId: string;
  workspaceSlug: string;
  id: string;
  name: string;
  kind: ApiKeyKind;
  scopes: string[];
  origins: string[];
};

export type PresentedKey = { secretHash: string; ip: string | null };

/** The usable key behind each hash of a secret; notes their use at most once a minute. */
export async function unsafeAcrossWorkspacesFindApiKeys(
  system: SystemScope,
  presented: readonly PresentedKey[],
): Promise<(ApiKeyIdentity | undefined)[]> {
  const hashes = [...new Set(presented.map(({ secretHash }) => secretHash))];
  const found = await system.sql<ApiKeyIdentity & { secretHash: string; isStale: boolean }>`
    select k.workspace_id, w.slug as workspace_slug, k.id, k.name, k.kind, k.scopes, k.origins, k.secret_hash,
      (k.last_used_at is null or k.last_used_at < now() - interval '1 minute') as is_stale
    from api_keys k join workspaces w on w.id = k.workspace_id
    where k.secret_hash = any(${hashes}) and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`;
  for (const { workspaceId, id, secretHash } of found.filter(({ isStale }) => isStale)) {
    const ip = presented.find((one) => one.secretHash === secretHash)?.ip ?? null;
    await system.sql`
      update api_keys set last_used_at = now(), last_used_ip = ${ip} where workspace_id = ${workspaceId} and id = ${id}`;
  }
  const keys = new Map(found.map((key) => [key.secretHash, key]));
  return presented.map(({ secretHash }) => keys.get(secretHash));
}

export type UserIdentity = {
  id: string;
  name: string;
  email: string;
  locale: string;
  timeZone: string;
  sessionEpoch: number;
};

export async function findUser(system: SystemScope, userId: string): Promise<UserIdentity | undefined> {
  const rows = await system.sql<UserIdentity>`
    select id, name, email, locale, time_zone, session_epoch from users where id = ${userId}`;
  return rows[0];
}

export type Membership = UserIdentity & {
  workspaceId: string;
  slug: string;
  role: Role;
  lastActiveAt: Date | null;
};

/** The person's place in a workspace that a slug or an id names; nothing when they are no member of it. */
export async function unsafeAcrossWorkspacesFindMembership(
  system: SystemScope,
  userId: string,
  workspace: { id: string } | { slug: string },
): Promise<Membership | undefined> {
  const named =
    "id" in workspace ? system.fragment`w.id = ${workspace.id}` : system.fragment`w.slug = ${workspace.slug}`;
  const rows = await system.sql<Membership>`
    select u.id, u.name, u.email, u.locale, u.time_zone, u.session_epoch, w.id as workspace_id, w.slug, m.role,
      m.last_active_at
    from members m
    join users u on u.id = m.user_id
    join workspaces w on w.id = m.workspace_id
    where m.user_id = ${userId} and ${named}`;
  return rows[0];
}
