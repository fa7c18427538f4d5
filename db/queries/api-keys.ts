import { byAge, type Order, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { apiKeys } from "@/db/schema/workspaces";
import type { WorkspaceScope } from "@/db/scope";
import type { PageRequest } from "@/lib/platform/paging";

type StoredApiKey = typeof apiKeys.$inferSelect;

export type ApiKeyRow = Omit<StoredApiKey, "secretHash"> & { creatorName: string | null };

export type NewApiKey = Pick<
  StoredApiKey,
  | "id"
  | "name"
  | "prefix"
  | "last4"
  | "secretHash"
  | "kind"
  | "scopes"
  | "origins"
  | "publishableKey"
  | "createdBy"
  | "expiresAt"
>;

export type ApiKeyFilter = { q?: string | undefined; status?: string[] | undefined };

export async function insertApiKey(tx: WorkspaceScope, key: NewApiKey): Promise<void> {
  await tx.sql`
    insert into api_keys (workspace_id, id, name, prefix, last4, secret_hash, kind, scopes, origins, publishable_key,
      created_by, expires_at)
    values (${tx.id}, ${key.id}, ${key.name}, ${key.prefix}, ${key.last4}, ${key.secretHash}, ${key.kind},
      ${key.scopes}, ${key.origins}, ${key.publishableKey}, ${key.createdBy}, ${key.expiresAt})`;
}

export async function findApiKey(scope: WorkspaceScope, apiKeyId: string): Promise<ApiKeyRow | undefined> {
  const rows = await scope.sql<ApiKeyRow>`
    ${shown(scope)} where k.workspace_id = ${scope.id} and k.id = ${apiKeyId}`;
  return rows[0];
}

export const apiKeyOrders = byAge("k.id");

export async function listApiKeys(
  scope: WorkspaceScope,
  filter: ApiKeyFilter,
  order: Order,
  page: PageRequest,
): Promise<ApiKeyRow[]> {
  return scope.sql<ApiKeyRow>`
    ${shown(scope)} where k.workspace_id = ${scope.id} and ${apiKeyConditions(scope, filter)}
    ${pageOf(scope, order, page)}`;
}

export async function countApiKeys(scope: WorkspaceScope, filter: ApiKeyFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from api_keys k
    where k.workspace_id = ${scope.id} and ${apiKeyConditions(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

/** The keys somebody made that still open something. */
export async function listOpenApiKeysBy(
  scope: WorkspaceScope,
  userId: string,
): Promise<Pick<StoredApiKey, "id" | "name" | "scopes" | "last4">[]> {
  return scope.sql<Pick<StoredApiKey, "id" | "name" | "scopes" | "last4">>`
    select id, name, scopes, last4 from api_keys where workspace_id = ${scope.id} and created_by = ${userId}
      and revoked_at is null and (expires_at is null or expires_at > now()) order by id`;
}

/** Gives those that were open until now. */
export async function revokeApiKeys(tx: WorkspaceScope, apiKeyIds: string[]): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>`
    update api_keys set revoked_at = now()
    where workspace_id = ${tx.id} and id = any(${apiKeyIds}) and revoked_at is null returning id`;
  return rows.map(({ id }) => id);
}

const shown = (scope: WorkspaceScope) => scope.fragment`
  select k.workspace_id, k.id, k.name, k.prefix, k.last4, k.kind, k.scopes, k.origins, k.publishable_key, k.created_by, k.last_used_at, k.last_used_ip,
    k.expires_at, k.revoked_at, k.created_at, u.name as creator_name
  from api_keys k left join users u on u.id = k.created_by`;

function apiKeyConditions(scope: WorkspaceScope, filter: ApiKeyFilter) {
  return scope.all([
    filter.q && scope.fragment`(${matchesFolded(scope, ["k.name"], filter.q)} or k.last4 = ${filter.q})`,
    filter.status &&
      scope.fragment`case when k.revoked_at is not null then 'revoked' when k.expires_at <= now() then 'expired'
        else 'active' end = any(${filter.status})`,
  ]);
}
