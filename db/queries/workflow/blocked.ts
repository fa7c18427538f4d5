import type { Sql } from "@/db/client";
import { jsonList, parkedKey } from "./statement";

/**
 * Makes blocked jobs ready for the slots that are free. Too many is harmless, the claim counts again; too few
 * would stall, so it follows every release and every block.
 */
export async function unblockJobs(
  sql: Sql,
  limits: readonly { key: string; max: number }[],
): Promise<number> {
  if (limits.length === 0) return 0;
  const rows = await sql`
    with slot as (
      select key, max from json_to_recordset(${jsonList(limits)}::text::json) as slot (key text, max int)
    ), held as (
      select key, count(*)::int as count from workflow.jobs, unnest(concurrency_keys) as key
      where lease_token is not null and key in (select key from slot)
      group by key
    )
    update workflow.jobs set blocked_by = null where id in (
      select waiting.id
      from slot left join held using (key)
      cross join lateral (
        select id from workflow.jobs where blocked_by = slot.key
        order by run_at, id limit greatest(slot.max - coalesce(held.count, 0), 0) for update skip locked
      ) as waiting)
    returning 1`;
  return rows.length;
}

/** Every key that holds a job back, found by skipping through the index rather than reading it. */
export async function listBlockingKeys(sql: Sql): Promise<string[]> {
  const rows = await sql<{ key: string }[]>`
    with recursive key as (
      (select blocked_by as key from workflow.jobs where blocked_by is not null order by blocked_by limit 1)
      union all
      select (select blocked_by from workflow.jobs where blocked_by > key.key order by blocked_by limit 1)
      from key where key.key is not null
    )
    select key from key where key is not null`;
  return rows.map((row) => row.key).filter((key) => key !== parkedKey);
}
