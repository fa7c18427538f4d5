import type { WorkspaceScope } from "@/db/scope";

export type StoredResponse = {
  requestHash: string;
  responseStatus: number | null;
  responseBody: string | null;
  responseHeaders: Record<string, string> | null;
};

/** Claims a key for the request that is about to run. A claim left by a crash can be taken over after a minute. */
export async function claimIdempotencyKey(
  scope: WorkspaceScope,
  key: string,
  requestHash: string,
): Promise<boolean> {
  const rows = await scope.sql`
    insert into idempotency_keys as held (workspace_id, key, request_hash, locked_until)
    values (${scope.id}, ${key}, ${requestHash}, now() + interval '60 seconds')
    on conflict (workspace_id, key) do update
      set request_hash = excluded.request_hash, locked_until = excluded.locked_until, created_at = now(),
        response_status = null, response_body = null, response_headers = null
      where held.created_at < now() - interval '24 hours'
        or (held.response_status is null and held.locked_until < now() and held.request_hash = excluded.request_hash)
    returning key`;
  return rows.length === 1;
}

export async function findStoredResponse(
  scope: WorkspaceScope,
  key: string,
): Promise<StoredResponse | undefined> {
  const rows = await scope.sql<StoredResponse>`
    select request_hash, response_status, response_body, response_headers from idempotency_keys
    where workspace_id = ${scope.id} and key = ${key}`;
  return rows[0];
}

export async function storeResponse(
  scope: WorkspaceScope,
  key: string,
  response: { requestHash: string; status: number; body: string; headers: Record<string, string> },
): Promise<void> {
  await scope.sql`
    update idempotency_keys set request_hash = ${response.requestHash}, response_status = ${response.status},
      response_body = ${response.body}, response_headers = ${scope.json(response.headers)}
    where workspace_id = ${scope.id} and key = ${key}`;
}

/** The request that claimed the key is still at work. */
export async function renewIdempotencyKey(scope: WorkspaceScope, key: string): Promise<void> {
  await scope.sql`
    update idempotency_keys set locked_until = now() + interval '60 seconds'
    where workspace_id = ${scope.id} and key = ${key} and response_status is null`;
}

export async function releaseIdempotencyKey(scope: WorkspaceScope, key: string): Promise<void> {
  await scope.sql`
    delete from idempotency_keys where workspace_id = ${scope.id} and key = ${key} and response_status is null`;
}
