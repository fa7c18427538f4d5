import { connect } from "@/db/client";
import { env } from "@/lib/platform/env";

const batchSize = 32;

/**
 * The least that writes the same rows as two-step runs: claim a batch with SKIP LOCKED, save a step of each, twice, and
 * end them. Gives the seconds.
 */
export async function claimLoop({ runs }: { runs: number }): Promise<number> {
  const sql = connect(env().DATABASE_URL ?? "", { poolMax: 1 });
  const startedAt = performance.now();
  await sql`
    with event as (
      insert into workflow.events (id, name, data, ts)
      select 'e' || n, 'bench/two', '{}', now() from generate_series(1, ${runs}::int) as n returning id
    ), run as (
      insert into workflow.runs (id, function_id, event_id, event)
      select uuidv7(), 'bench-two-steps', id, '{"name":"bench/two","data":{}}' from event returning id
    )
    insert into workflow.jobs (id, run_id, function_id, kind) select uuidv7(), id, 'bench-two-steps', 'start' from run`;
  for (;;) {
    const claimed = await sql<{ runId: string }[]>`
      update workflow.jobs set lease_token = gen_random_uuid(), lease_until = now() + interval '15 seconds'
      where id in (
        select id from workflow.jobs where lease_token is null and run_at <= now()
        order by run_at, id limit ${batchSize} for update skip locked)
      returning run_id`;
    if (claimed.length === 0) break;
    const ids = claimed.map((row) => row.runId);
    for (const step of ["first", "second"]) {
      await sql`
        insert into workflow.steps (run_id, id, name, kind, value)
        select id, ${step}, ${step}, 'data', '1' from unnest(${ids}::uuid[]) as id`;
    }
    await sql`
      with gone as (delete from workflow.jobs where run_id = any(${ids}::uuid[]) returning run_id)
      update workflow.runs set status = 'completed', output = '2', ended_at = now(), started_at = now()
      where id in (select run_id from gone)`;
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  await sql.end();
  return seconds;
}
