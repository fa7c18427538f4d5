import type { Sql } from "@/db/client";

/** Deletes up to `limit` runs, with their steps, that ended `keptDays` ago; made before `beforeId` bounds the search. */
export async function deleteEndedRuns(
  sql: Sql,
  { beforeId, keptDays, limit }: { beforeId: string; keptDays: number; limit: number },
): Promise<number> {
  const rows = await sql`
    with old as (
      delete from workflow.runs where id in (
        select id from workflow.runs
        where id < ${beforeId} and status <> 'active' and ended_at < now() - ${keptDays}::int * interval '1 day'
        order by id limit ${limit})
      returning id
    ), steps as (
      delete from workflow.steps where run_id in (select id from old)
    )
    select 1 from old`;
  return rows.length;
}

export async function deleteOldEvents(sql: Sql, keptDays: number, limit: number): Promise<number> {
  const rows = await sql`
    delete from workflow.events where id in (
      select id from workflow.events where received_at < now() - ${keptDays}::int * interval '1 day'
      order by received_at limit ${limit})
    returning 1`;
  return rows.length;
}
