import type { Sql } from "@/db/client";
import { jsonList } from "./statement";

export type Lease = { id: string; token: string };

/** Keeps leases alive and gives the ids of those that nobody took. */
export async function extendLeases(
  sql: Sql,
  leases: readonly Lease[],
  leaseMillis: number,
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    update workflow.jobs as job set lease_until = now() + ${leaseMillis}::int * interval '1 millisecond'
    from json_to_recordset(${jsonList(leases)}::text::json) as lease (id uuid, token uuid)
    where job.id = lease.id and job.lease_token = lease.token
    returning job.id`;
  return rows.map((row) => row.id);
}

/** Hands jobs back so that any process may go on at once, from the last saved step. */
export async function releaseLeases(sql: Sql, leases: readonly Lease[]): Promise<void> {
  if (leases.length === 0) return;
  await sql`
    update workflow.jobs as job set lease_token = null, lease_until = null, run_at = now(),
      kind = case when kind = 'start' then 'resume' else kind end
    from json_to_recordset(${jsonList(leases)}::text::json) as lease (id uuid, token uuid)
    where job.id = lease.id and job.lease_token = lease.token`;
}

export type ExpiredJob = {
  id: string;
  token: string;
  runId: string;
  functionId: string;
  eventId: string;
  event: string;
};

/**
 * Gives the jobs of dead processes to others, each time a little later, and returns those that died too often. After
 * a restart of Postgres the living, who try every second, first have time to say that they are.
 */
export async function reapLeases(
  sql: Sql,
  lostMax: number,
): Promise<{ released: number; given: ExpiredJob[] }> {
  const isFair = sql`pg_postmaster_start_time() < now() - interval '5 seconds'`;
  const rows = await sql`
    with released as (
      update workflow.jobs set lease_token = null, lease_until = null, lost = lost + 1,
        run_at = now() + lost * interval '2 seconds'
      where lease_token is not null and lease_until < now() and lost < ${lostMax - 1} and ${isFair}
      returning run_id, kind, step_id, step_name, attempt, leased_at
    )
    insert into workflow.attempts (run_id, step_id, step_name, attempt, started_at)
    select run_id, case when kind = 'step' then step_id end, case when kind = 'step' then step_name end, attempt,
      leased_at
    from released
    returning 1`;
  const given = await sql<ExpiredJob[]>`
    select job.id, job.lease_token as token, job.run_id, job.function_id, run.event_id, run.event::text as event
    from workflow.jobs as job join workflow.runs as run on run.id = job.run_id
    where lease_token is not null and lease_until < now() and lost >= ${lostMax - 1} and ${isFair}`;
  return { released: rows.length, given };
}
