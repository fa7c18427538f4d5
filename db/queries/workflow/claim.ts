import type { Sql, TransactionSql } from "@/db/client";
import { type Admit, admitCandidates, applyAdmission, type Candidate, type JobKind } from "./admission";
import { newestEventSeq } from "./events";
import type { JsonText } from "./statement";

/** Serialises claims while limits exist: slots are counted and taken under it. */
const claimLock = 7_075_736_871;

export type ClaimedJob = {
  id: string;
  token: string;
  runId: string;
  functionId: string;
  kind: JobKind;
  stepId: string | null;
  stepName: string | null;
  parallel: boolean;
  race: boolean;
  attempt: number;
  lost: number;
  concurrencyKeys: string[];
  /** What a timer's step gives. */
  value: JsonText | null;
  eventId: string;
  event: JsonText;
  /** Until the run is to be cancelled. */
  deadlineMillis: number | null;
};

export type Claim = {
  jobs: ClaimedJob[];
  blockedKeys: string[];
  /** Until the next job is due; null when none waits. */
  nextDueMillis: number | null;
  /** Candidates were left over or held back: asking again may give more. */
  hasMore: boolean;
  /** Some that were admitted are past their deadline: their runs are to be cancelled. */
  hasOverdue: boolean;
  /** The newest event of before the jobs start. */
  eventSeq: number;
};

/** How long runs of a function may take from their first request on; `null`: as long as they like. */
export type FinishLimit = { functionId: string; millis: number | null };

export type ClaimOptions = {
  token: string;
  functionIds: readonly string[];
  limit: number;
  leaseMillis: number;
  /** Absent when no function has a limit. */
  admit?: Admit;
  /** Of the functions that have timeouts. */
  finishLimits: readonly FinishLimit[];
};

/** Leases the oldest due jobs. With limits it looks further than `limit`, so that a full key hides nobody. */
export async function claimJobs(sql: Sql, options: ClaimOptions): Promise<Claim> {
  const scanned = options.admit ? Math.max(options.limit * 4, 100) : options.limit;
  return sql.begin(async (tx) => {
    const [, candidates] = await Promise.all([
      enterClaim(tx, options.admit !== undefined),
      listCandidates(tx, options, scanned),
    ]);
    const isFull = candidates.length === scanned;
    const admission = await admitCandidates(tx, candidates, options.admit);
    const ids = admission.admitted;
    const has = (...kinds: JobKind[]) => candidates.some((one) => kinds.includes(one.kind));
    const [, jobs, , , nextDueMillis, eventSeq] = await Promise.all([
      options.finishLimits.length > 0 && has("start")
        ? startClocks(tx, ids, options.finishLimits)
        : undefined,
      ids.length === 0 ? [] : leaseJobs(tx, ids, options),
      has("sleep", "wait", "invoke") ? endTimers(tx, ids) : undefined,
      applyAdmission(tx, admission),
      isFull ? 0 : millisToNextJob(tx),
      newestEventSeq(tx),
    ]);
    return {
      jobs,
      blockedKeys: [...new Set(admission.blocked.map((one) => one.key))],
      nextDueMillis,
      hasMore: isFull,
      hasOverdue: jobs.length < ids.length,
      eventSeq,
    };
  }) as Promise<Claim>;
}

/**
 * A claim that a crash of Postgres forgets is simply made again, so its commit need not wait for the disk. The
 * statements of a transaction run in the order they are sent: whoever follows sees what the lock protects.
 */
async function enterClaim(tx: TransactionSql, isLimited: boolean) {
  await tx`select set_config('synchronous_commit', 'off', true),
    case when ${isLimited} then pg_advisory_xact_lock(${claimLock}) end as locked`;
}

async function listCandidates(tx: TransactionSql, options: ClaimOptions, limit: number) {
  return tx<Candidate[]>`
    select id, function_id, kind, concurrency_keys, throttle_key from workflow.jobs
    where lease_token is null and blocked_by is null and run_at <= now()
      and function_id = any(${[...options.functionIds]}::text[])
    order by run_at, id limit ${limit} for update skip locked`;
}

/** From its first request on a run is no longer late to start; the time it has to finish runs. */
async function startClocks(tx: TransactionSql, ids: readonly string[], limits: readonly FinishLimit[]) {
  await tx`
    update workflow.runs as run set deadline = clock_timestamp() + function.millis * interval '1 millisecond'
    from workflow.jobs as job, json_to_recordset(${JSON.stringify(limits)}::text::json)
      as function ("functionId" text, millis float8)
    where job.id = any(${[...ids]}::uuid[]) and job.kind = 'start' and job.attempt = 0 and job.lost = 0
      and function."functionId" = job.function_id and run.id = job.run_id and run.started_at is null
      and (run.deadline is null or run.deadline > now())`;
}

async function leaseJobs(
  tx: TransactionSql,
  ids: readonly string[],
  options: ClaimOptions,
): Promise<ClaimedJob[]> {
  const jobs = await tx<ClaimedJob[]>`
    update workflow.jobs as job set
      lease_token = ${options.token}, leased_at = clock_timestamp(), throttle_key = null,
      lease_until = clock_timestamp() + ${options.leaseMillis}::int * interval '1 millisecond'
    from workflow.runs as run
    where job.id = any(${[...ids]}::uuid[]) and run.id = job.run_id
      and (run.deadline is null or run.deadline > now())
    returning job.id, job.lease_token as token, job.run_id, job.function_id, job.kind, job.step_id, job.step_name,
      job.parallel, job.race, job.attempt, job.lost, job.concurrency_keys, job.value::text as value, run.event_id,
      run.event::text as event,
      (extract(epoch from run.deadline - clock_timestamp()) * 1000)::float8 as deadline_millis`;
  const position = new Map(ids.map((id, index) => [id, index]));
  return jobs.sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
}

/** A timer's step is saved with its lease, which spares a commit for each of many that are due together. */
async function endTimers(tx: TransactionSql, ids: readonly string[]) {
  await tx`
    with ended as (
      select * from workflow.jobs
      where id = any(${[...ids]}::uuid[]) and kind in ('sleep', 'wait', 'invoke') and lease_token is not null
    ), gone as (
      delete from workflow.waits as wait using ended where wait.run_id = ended.run_id and wait.job_id = ended.id
    )
    insert into workflow.steps (run_id, id, name, kind, value, started_at)
    select run_id, step_id, step_name, kind, coalesce(value, 'null'), waiting_since from ended where not parallel
    on conflict do nothing`;
}

async function millisToNextJob(tx: TransactionSql): Promise<number | null> {
  const [row] = await tx<{ millis: number | null }[]>`
    select (extract(epoch from min(run_at) - clock_timestamp()) * 1000)::float8 as millis
    from workflow.jobs where lease_token is null and blocked_by is null and run_at > now()`;
  return row?.millis ?? null;
}
