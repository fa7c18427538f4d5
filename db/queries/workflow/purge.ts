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
    ), attempts as (
      delete from workflow.attempts where run_id in (select id from old)
    ), waits as (
      delete from workflow.waits where run_id in (select id from old)
    )
    select 1 from old`;
  return rows.length;
}

/** Events are as old as their place in the order of arrival. */
export async function deleteOldEvents(sql: Sql, keptDays: number, limit: number): Promise<number> {
  const rows = await sql`
    delete from workflow.events where seq in (
      select seq from (
        select seq, received_at from workflow.events order by seq limit ${limit}) as oldest
      where received_at < now() - ${keptDays}::int * interval '1 day')
    returning 1`;
  return rows.length;
}
