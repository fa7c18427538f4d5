import type { WorkspaceScope } from "@/db/scope";

export type TokenRequest = {
  wanted: number;
  ratePerSecond: number;
  /** How far the bucket may be drawn ahead of time. */
  burstSeconds: number;
};

/** `aheadSeconds`: how long after now the bucket would be full again. */
export type TokenGrant = { granted: number; aheadSeconds: number };

/**
 * GCRA with part grants: gives as many of the wanted tokens as there are. Waiting takers queue on the row, so that
 * all processes together keep the rate.
 */
export async function takeTokens(
  scope: WorkspaceScope,
  providerId: string,
  { wanted, ratePerSecond, burstSeconds }: TokenRequest,
): Promise<TokenGrant | undefined> {
  const rows = await scope.sql<TokenGrant>`
    with held as materialized (
      select theoretical_arrival_at as arrival from provider_buckets
      where workspace_id = ${scope.id} and provider_id = ${providerId} for update
    ), clock as materialized (
      select arrival, clock_timestamp() as at from held
    ), room as (
      select at, greatest(arrival, at) as start,
        ${burstSeconds}::float8 - extract(epoch from greatest(arrival, at) - at)::float8 as seconds from clock
    ), grant_ as (
      select at, start, greatest(0, least(${wanted}::int, floor(seconds * ${ratePerSecond}::float8 + 1e-6)))::int as granted
      from room
    )
    update provider_buckets b set theoretical_arrival_at =
      g.start + make_interval(secs => ceil(g.granted * 1e6 / ${ratePerSecond}::float8) / 1e6)
    from grant_ g
    where b.workspace_id = ${scope.id} and b.provider_id = ${providerId}
    returning g.granted, extract(epoch from b.theoretical_arrival_at - g.at)::float8 as ahead_seconds`;
  return rows[0];
}

export async function ensureBucket(scope: WorkspaceScope, providerId: string): Promise<void> {
  await scope.sql`
    insert into provider_buckets (workspace_id, provider_id, theoretical_arrival_at)
    select workspace_id, id, now() from providers where workspace_id = ${scope.id} and id = ${providerId}
    on conflict do nothing`;
}

/** Nobody gets a token before the time the provider named. */
export async function postponeTokens(
  scope: WorkspaceScope,
  providerId: string,
  { seconds, burstSeconds }: { seconds: number; burstSeconds: number },
): Promise<void> {
  await scope.sql`
    update provider_buckets set theoretical_arrival_at = greatest(theoretical_arrival_at,
      clock_timestamp() + make_interval(secs => ${seconds + burstSeconds}::float8))
    where workspace_id = ${scope.id} and provider_id = ${providerId}`;
}
