import type { Sql, TransactionSql } from "@/db/client";
import { jsonList } from "./statement";

export type Rates = { nowMillis: number; onTimeAt: ReadonlyMap<string, number> };

/** When the next start of each key would be exactly on time; a key without one is new. */
export async function listRates(tx: TransactionSql, keys: readonly string[]): Promise<Rates> {
  const rows = await tx<{ now: number; key: string | null; onTimeAt: number }[]>`
    select (extract(epoch from now()) * 1000)::float8 as now, key,
      (extract(epoch from on_time_at) * 1000)::float8 as on_time_at
    from (select 1) as one left join workflow.rates on key = any(${[...keys]}::text[])`;
  const known = rows.flatMap(({ key, onTimeAt }): [string, number][] =>
    key === null ? [] : [[key, onTimeAt]],
  );
  return { nowMillis: rows[0]?.now ?? Date.now(), onTimeAt: new Map(known) };
}

export async function saveRates(tx: TransactionSql, onTimeAt: ReadonlyMap<string, number>): Promise<void> {
  if (onTimeAt.size === 0) return;
  const rows = [...onTimeAt].map(([key, millis]) => ({ key, millis }));
  await tx`
    insert into workflow.rates (key, on_time_at)
    select key, to_timestamp(millis / 1000.0)
    from json_to_recordset(${jsonList(rows)}::text::json) as rate (key text, millis float8)
    on conflict (key) do update set on_time_at = excluded.on_time_at`;
}

/** Keys whose time has come are as good as new. */
export async function deletePastRates(sql: Sql, limit: number): Promise<number> {
  const rows = await sql`
    delete from workflow.rates where key in (
      select key from workflow.rates where on_time_at < now() - interval '1 minute' limit ${limit}
      for update skip locked)
    returning 1`;
  return rows.length;
}
