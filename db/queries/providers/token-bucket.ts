import type { WorkspaceScope } from "@/db/scope";

/** Whose pace a row keeps: the table, and its column of the owner's id. */
export type Bucket = { table: string; column: string; id: string };

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
 * all processes together keep the rate, for which the commit does not wait for the disk: a crash of Postgres gives back
 * the tokens of its last half second. Undefined while there is no row.
 */
export async function takeFromBucket(
  scope: WorkspaceScope,
  { table, column, id }: Bucket,
  { wanted, ratePerSecond, burstSeconds }: TokenRequest,
): Promise<TokenGrant | undefined> {
  const rows = await scope.sql<TokenGrant>`
    with held as materialized (
      select theoretical_arrival_at as arrival from ${scope.name(table)}
      where workspace_id = ${scope.id} and ${scope.name(column)} = ${id} for update
    ), clock as materialized (
      select arrival, clock_timestamp() as at, set_config('synchronous_commit', 'off', true) from held
    ), room as (
      select at, greatest(arrival, at) as start,
        ${burstSeconds}::float8 - extract(epoch from greatest(arrival, at) - at)::float8 as seconds from clock
    ), grant_ as (
      select at, start, greatest(0, least(${wanted}::int, floor(seconds * ${ratePerSecond}::float8 + 1e-6)))::int as granted
      from room
    )
    update ${scope.name(table)} b set theoretical_arrival_at =
      g.start + make_interval(secs => ceil(g.granted * 1e6 / ${ratePerSecond}::float8) / 1e6)
    from grant_ g
    where b.workspace_id = ${scope.id} and b.${scope.name(column)} = ${id}
    returning g.granted, extract(epoch from b.theoretical_arrival_at - g.at)::float8 as ahead_seconds`;
  return rows[0];
}
