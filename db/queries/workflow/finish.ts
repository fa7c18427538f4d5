import type { Sql } from "@/db/client";
import { deleteOpenWork, resumeParents } from "./cancel";
import type { Lease } from "./lease";
import { insertOutboxEvents, type OutboxEvent } from "./outbox";
import { type JsonText, jsonList, wakeChannel } from "./statement";
import { type StepRow, stepList } from "./steps";

export type Completion = {
  lease: Lease;
  runId: string;
  output: JsonText;
  /** Steps that came with the end and were not saved before. */
  steps: readonly StepRow[];
  /** What tells others, when somebody listens. */
  event?: OutboxEvent;
};

/** Ends runs whose lease still holds; gives the ids of their jobs. */
export async function completeRuns(sql: Sql, completions: readonly Completion[]): Promise<string[]> {
  const list = completions.map(({ lease, runId, output, event }) => ({
    job_id: lease.id,
    token: lease.token,
    run_id: runId,
    output,
    ...(event ? { event_id: event.id, event_name: event.name, event_data: JSON.stringify(event.data) } : {}),
  }));
  const rows = await sql<{ id: string }[]>`
    with completion as (
      select * from json_to_recordset(${jsonList(list)}::text::json)
        as completion (job_id uuid, token uuid, run_id uuid, output text,
          event_id text, event_name text, event_data text)
    ), gone as (
      delete from workflow.jobs as job using completion
      where job.id = completion.job_id and job.lease_token = completion.token
      returning job.id, job.leased_at
    ), saved as (
      insert into workflow.steps (run_id, id, name, kind, value, attempt, started_at)
      select run_id, step.id, name, kind, value::json, attempt, gone.leased_at
      from json_to_recordset(${stepList(completions)}::text::json)
        as step (job_id uuid, run_id uuid, id text, name text, kind text, value text, attempt int)
      join gone on gone.id = step.job_id
      on conflict do nothing
    ), told as (
      insert into workflow.outbox (id, name, data)
      select event_id, event_name, event_data::json
      from completion join gone on gone.id = completion.job_id where event_id is not null
      on conflict do nothing
    ), ended as (
      update workflow.runs as run set status = 'completed', output = completion.output::json, ended_at = now(),
        started_at = coalesce(run.started_at, gone.leased_at), singleton_key = null, deadline = null
      from completion join gone on gone.id = completion.job_id
      where run.id = completion.run_id and run.status = 'active'
      returning run.id, run.parent_job, run.parent_step, completion.output
    ), forgotten as (
      delete from workflow.waits where run_id in (select id from ended)
    ), resumed as (
      update workflow.jobs as parent set run_at = clock_timestamp(),
        value = ('{"type":"data","data":' || ended.output || '}')::json
      from ended
      where parent.id = ended.parent_job and parent.step_id = ended.parent_step and parent.kind = 'invoke'
        and parent.lease_token is null
      returning 1
    )
    select id, case when exists (select 1 from resumed) then pg_notify(${wakeChannel}, 'jobs') end as woken
    from gone`;
  return rows.map((row) => row.id);
}

/** Ends a run as failed, with all its jobs; `false` when the lease was lost. */
export async function failRun(
  sql: Sql,
  failure: { lease: Lease; runId: string; error: JsonText; events: readonly OutboxEvent[] },
): Promise<boolean> {
  const { lease, runId, error, events } = failure;
  return sql.begin(async (tx) => {
    const [held] = await tx<{ leasedAt: Date | null }[]>`
      select leased_at from workflow.jobs where id = ${lease.id} and lease_token = ${lease.token} for update`;
    if (!held) return false;
    await deleteOpenWork(tx, [runId]);
    await tx`
      update workflow.runs set status = 'failed', error = ${error}::text::json, ended_at = now(), pending = 0,
        started_at = coalesce(started_at, ${held.leasedAt}), singleton_key = null, deadline = null
      where id = ${runId}`;
    await resumeParents(tx, [runId]);
    await insertOutboxEvents(tx, events);
    return true;
  });
}

/** Removes what is left of a run that ended through one of several parallel jobs. */
export async function deleteJobs(sql: Sql, runId: string): Promise<void> {
  await sql`delete from workflow.jobs where run_id = ${runId}`;
}
