import type { Sql } from "@/db/client";
import type { Lease } from "./lease";
import { type Connection, type JsonText, jsonList, wakeChannel } from "./statement";
import { type StepRow, stepList } from "./steps";

/** A wait counted from the database's now, or an instant. */
export type Wait = { millis: number } | { until: Date };

const waitColumns = (wait: Wait) =>
  "until" in wait ? { until: wait.until, millis: 0 } : { until: null, millis: wait.millis };

/** A try that threw; `step` is what it tried, unless that was the code between the steps. */
export type FailedTry = { error: JsonText; step: { id: string; name: string } | undefined };

/** Gives the job back to be tried again later, and keeps why; `false` when the lease was lost. */
export async function retryJob(
  sql: Sql,
  lease: Lease,
  delayMillis: number,
  { error, step }: FailedTry,
): Promise<boolean> {
  const rows = await sql`
    with held as (
      update workflow.jobs set lease_token = null, lease_until = null, attempt = attempt + 1,
        error = ${error}::text::json, run_at = clock_timestamp() + ${delayMillis}::int8 * interval '1 millisecond'
      where id = ${lease.id} and lease_token = ${lease.token}
      returning run_id, kind, step_id, step_name, attempt, leased_at
    ), noted as (
      update workflow.runs as run set started_at = coalesce(run.started_at, held.leased_at)
      from held where run.id = held.run_id and run.started_at is null
    ), kept as (
      insert into workflow.attempts (run_id, step_id, step_name, attempt, started_at, error)
      select run_id, coalesce(${step?.id ?? null}, case when kind = 'step' then step_id end),
        coalesce(${step?.name ?? null}, case when kind = 'step' then step_name end), attempt - 1, leased_at,
        ${error}::text::json
      from held
    )
    select 1 from held`;
  return rows.length === 1;
}

export type TimerKind = "sleep" | "wait" | "invoke";

export type NewJob = {
  id: string;
  kind: "step" | TimerKind;
  stepId: string;
  stepName: string;
  wait: Wait;
  /** What a timer's step gives when its time is over; an event or the end of another run may come earlier. */
  value: JsonText | null;
};
export type Timer = Omit<NewJob, "id" | "kind"> & { kind: TimerKind };

/** The only thing a run waits for is this timer: its job becomes it. */
export async function suspendJob(sql: Connection, lease: Lease, timer: Timer): Promise<boolean> {
  const { until, millis } = waitColumns(timer.wait);
  const rows = await sql`
    with held as (
      update workflow.jobs set lease_token = null, lease_until = null, kind = ${timer.kind}, attempt = 0, lost = 0,
        error = null, step_id = ${timer.stepId}, step_name = ${timer.stepName}, value = ${timer.value}::text::json,
        waiting_since = clock_timestamp(),
        run_at = coalesce(${until}::timestamptz, clock_timestamp() + ${millis}::int8 * interval '1 millisecond')
      where id = ${lease.id} and lease_token = ${lease.token}
      returning run_id, leased_at
    ), noted as (
      update workflow.runs as run set started_at = coalesce(run.started_at, held.leased_at)
      from held where run.id = held.run_id and run.started_at is null
    )
    select 1 from held`;
  return rows.length === 1;
}

export type Split = {
  lease: Lease;
  runId: string;
  steps: readonly StepRow[];
  jobs: readonly NewJob[];
  /** The function is called after each of the steps, not only after the last. */
  isRace: boolean;
};

/** Replaces the job by one for each parallel step or timer. */
export async function splitRun(sql: Connection, split: Split): Promise<boolean> {
  const jobs = split.jobs.map(({ wait, ...job }) => ({ ...job, ...waitColumns(wait) }));
  const rows = await sql`
    with held as (
      delete from workflow.jobs where id = ${split.lease.id} and lease_token = ${split.lease.token}
      returning run_id, function_id, concurrency_keys, leased_at
    ), run as (
      update workflow.runs as run set pending = pending + ${jobs.length}::int,
        started_at = coalesce(run.started_at, held.leased_at)
      from held where run.id = held.run_id
    ), saved as (
      insert into workflow.steps (run_id, id, name, kind, value, attempt, started_at)
      select held.run_id, step.id, name, kind, value::json, attempt, held.leased_at
      from held, json_to_recordset(${stepList([split])}::text::json)
        as step (id text, name text, kind text, value text, attempt int)
      on conflict do nothing
    ), added as (
      insert into workflow.jobs
        (id, run_id, function_id, kind, step_id, step_name, value, parallel, race, concurrency_keys, run_at,
         waiting_since)
      select job.id, held.run_id, held.function_id, job.kind, job."stepId", job."stepName", job.value::json, true,
        ${split.isRace}, held.concurrency_keys, coalesce(job.until, clock_timestamp() + job.millis * interval '1 millisecond'),
        case when job.kind <> 'step' then clock_timestamp() end
      from held, json_to_recordset(${jsonList(jobs)}::text::json)
        as job (id uuid, kind text, "stepId" text, "stepName" text, value text, until timestamptz, millis int8)
    ), woken as (
      select pg_notify(${wakeChannel}, 'jobs')
    )
    select 1 from held, woken`;
  return rows.length === 1;
}

/**
 * Saves one of several parallel steps. The last one keeps its lease and goes on as the run's next call; the
 * others' jobs are gone. `lost`: the lease was not held. Repeating it after an unanswered commit is harmless.
 */
export async function finishParallelStep(
  sql: Sql,
  finish: { lease: Lease; runId: string; step: StepRow },
): Promise<"last" | "others pending" | "lost"> {
  const { lease, runId, step } = finish;
  const [row] = await sql<{ pending: number }[]>`
    with held as materialized (
      select id, run_id, parallel, leased_at, waiting_since from workflow.jobs
      where id = ${lease.id} and lease_token = ${lease.token} for update
    ), saved as (
      insert into workflow.steps (run_id, id, name, kind, value, attempt, started_at)
      select run_id, ${step.id}, ${step.name}, ${step.kind}, ${step.value}::text::json, ${step.attempt}::int,
        case when ${step.kind}::text in ('data', 'error') then leased_at else waiting_since end
      from held
      on conflict do nothing
    ), run as (
      update workflow.runs set pending = pending - 1
      where id = ${runId} and exists (select 1 from held where parallel)
      returning pending
    ), gone as (
      delete from workflow.jobs where id in (select id from held) and (select pending from run) > 0
    ), kept as (
      update workflow.jobs set kind = 'resume', step_id = null, step_name = null, value = null,
        parallel = false, attempt = 0, lost = 0, error = null
      where id in (select id from held) and (select pending from run) <= 0
    )
    select coalesce(pending, 0) as pending from held left join run on true`;
  if (!row) return "lost";
  return row.pending > 0 ? "others pending" : "last";
}
