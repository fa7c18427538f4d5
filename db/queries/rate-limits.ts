import type { Sql, TransactionSql } from "@/db/client";

export type RateLimitVerdict = { isAllowed: boolean; retryAfterSeconds: number; remaining: number };

/**
 * GCRA in one statement: takes `count` of `quota` per `windowSeconds`, or says how long to wait. Bursts up to the
 * whole quota are fine; the long-run rate is exact over all processes.
 */
export async function takeRateLimit(
  sql: Sql | TransactionSql,
  { key, count, quota, windowSeconds }: { key: string; count: number; quota: number; windowSeconds: number },
): Promise<RateLimitVerdict> {
  const spacing = windowSeconds / quota;
  const cost = `${spacing * count} seconds`;
  const window = `${windowSeconds} seconds`;
  const rows = await sql<{ waitSeconds: number; roomSeconds: number }[]>`
    insert into rate_limits as held (key, theoretical_arrival_at) values (${key}, clock_timestamp() + ${cost}::interval)
    on conflict (key) do update set theoretical_arrival_at =
      greatest(held.theoretical_arrival_at, clock_timestamp()) + ${cost}::interval
      where greatest(held.theoretical_arrival_at, clock_timestamp()) + ${cost}::interval
        <= clock_timestamp() + ${window}::interval
    returning 0::float8 as wait_seconds,
      extract(epoch from clock_timestamp() + ${window}::interval - theoretical_arrival_at)::float8 as room_seconds`;
  const [row] = rows;
  if (row) {
    return {
      isAllowed: true,
      retryAfterSeconds: 0,
      remaining: Math.max(0, Math.floor(row.roomSeconds / spacing)),
    };
  }
  const [held] = await sql<{ waitSeconds: number }[]>`
    select extract(epoch from theoretical_arrival_at + ${cost}::interval - ${window}::interval - clock_timestamp())::float8
      as wait_seconds from rate_limits where key = ${key}`;
  return {
    isAllowed: false,
    retryAfterSeconds: Math.max(1, Math.ceil(held?.waitSeconds ?? 1)),
    remaining: 0,
  };
}

export async function clearRateLimits(sql: Sql, keys: string[]): Promise<void> {
  await sql`delete from rate_limits where key = any(${keys})`;
}
