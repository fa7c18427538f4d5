import type { Sql } from "@/db/client";
import { newestEventSeq } from "./events";
import type { Lease } from "./lease";
import { type JsonText, jsonList } from "./statement";

export type StepKind = "data" | "error" | "sleep" | "wait" | "invoke";
export type StepRow = {
  id: string;
  name: string;
  kind: StepKind;
  value: JsonText;
  attempt: number;
};
export type StepBatch = { lease: Lease; runId: string; steps: readonly StepRow[] };

/** Rows for `json_to_recordset`, each with its lease. */
export function stepList(batches: readonly StepBatch[]): JsonText {
  return jsonList(
    batches.flatMap(({ lease, runId, steps }) =>
      steps.map((step) => ({ job_id: lease.id, token: lease.token, run_id: runId, ...step })),
    ),
  );
}

/**
 * Saves steps of jobs that are still leased, first write wins. `live: false` means the lease ran out but nobody
 * took it yet: saved, and no further step may start. A job that is not in the answer is lost.
 */
export async function saveSteps(sql: Sql, batches: readonly StepBatch[]): Promise<Map<string, boolean>> {
  const rows = await sql<{ id: string; live: boolean }[]>`
    with step as (
      select * from json_to_recordset(${stepList(batches)}::text::json)
        as step (job_id uuid, token uuid, run_id uuid, id text, name text, kind text, value text, attempt int)
    ), held as materialized (
      select id, lease_until > clock_timestamp() as live, leased_at, waiting_since from workflow.jobs
      where (id, lease_token) in (select job_id, token from step)
      order by id for update
    ), saved as (
      insert into workflow.steps (run_id, id, name, kind, value, attempt, started_at)
      select run_id, step.id, name, kind, value::json, attempt,
        case when kind in ('data', 'error') then leased_at else waiting_since end
      from step join held on held.id = step.job_id
      on conflict do nothing
    )
    select id, live from held`;
  return new Map(rows.map((row) => [row.id, row.live]));
}

/** After progress: the next step has its full number of tries. */
export async function resetTries(sql: Sql, lease: Lease): Promise<void> {
  await sql`
    update workflow.jobs set attempt = 0, lost = 0, error = null
    where id = ${lease.id} and lease_token = ${lease.token}`;
}

/** Finished steps in order of completion, by run. */
export async function listSteps(
  sql: Sql,
  runIds: readonly string[],
): Promise<Map<string, Map<string, JsonText>>> {
  const found = new Map<string, Map<string, JsonText>>(runIds.map((id) => [id, new Map()]));
  if (runIds.length === 0) return found;
  const rows = await sql<{ runId: string; id: string; value: JsonText }[]>`
    select run_id, id, value::text as value from workflow.steps
    where run_id = any(${[...runIds]}::uuid[]) order by seq`;
  for (const row of rows) {
    found.get(row.runId)?.set(row.id, row.value);
  }
  return found;
}

/** What a run goes on with after steps of others: its finished steps, and the newest event of before. */
export async function readProgress(
  sql: Sql,
  runId: string,
): Promise<{ steps: Map<string, JsonText>; eventSeq: number }> {
  const eventSeq = await newestEventSeq(sql);
  const steps = await listSteps(sql, [runId]);
  return { steps: steps.get(runId) ?? new Map<string, JsonText>(), eventSeq };
}
