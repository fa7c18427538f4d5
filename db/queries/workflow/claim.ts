import type { Sql, TransactionSql } from "@/db/client";
import { type JsonText, jsonList, parkedKey } from "./statement";

/** Serialises claims while limits exist: slots are counted and taken under it. */
const claimLock = 7_075_736_871;

export type JobKind = "start" | "resume" | "step" | "sleep";
export type Candidate = { id: string; functionId: string; kind: JobKind; concurrencyKeys: string[] };

/** Which candidates may start, and which full key holds the others back. */
export type Admission = { admitted: string[]; blocked: { id: string; key: string }[] };
export type Admit = (candidates: readonly Candidate[], held: ReadonlyMap<string, number>) => Admission;

export type ClaimedJob = {
  id: string;
  token: string;
  runId: string;
  functionId: string;
  kind: JobKind;
  stepId: string | null;
  stepName: string | null;
  parallel: boolean;
  attempt: number;
  lost: number;
  concurrencyKeys: string[];
  eventId: string;
  event: JsonText;
};

export type Claim = {
  jobs: ClaimedJob[];
  blockedKeys: string[];
  /** Until the next job is due; null when none waits. */
  nextDueMillis: number | null;
  /** Candidates were left over or held back: asking again may give more. */
  hasMore: boolean;
};

export type ClaimOptions = {
  token: string;
  functionIds: readonly string[];
  limit: number;
  leaseMillis: number;
  /** Absent when no function has a limit. */
  admit?: Admit;
};

/** Leases the oldest due jobs. With limits it looks further than `limit`, so that a full key hides nobody. */
export async function claimJobs(sql: Sql, options: ClaimOptions): Promise<Claim> {
  const scanned = options.admit ? Math.max(options.limit * 4, 100) : options.limit;
  return sql.begin(async (tx) => {
    const [, candidates] = await Promise.all([
      enterClaim(tx, options.admit !== undefined),
      listCandidates(tx, options, scanned),
    ]);
    const full = candidates.length === scanned;
    const { admitted, blocked } = await admitCandidates(tx, candidates, options);
    const [jobs, nextDueMillis] = await Promise.all([
      admitted.length === 0 ? [] : leaseJobs(tx, admitted, options),
      full ? 0 : millisToNextJob(tx),
      blocked.length === 0 ? undefined : blockJobs(tx, blocked),
      candidates.some((one) => one.kind === "sleep") ? endSleeps(tx, admitted) : undefined,
    ]);
    return { jobs, blockedKeys: [...new Set(blocked.map((one) => one.key))], nextDueMillis, hasMore: full };
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
    select id, function_id, kind, concurrency_keys from workflow.jobs
    where lease_token is null and blocked_by is null and run_at <= now()
      and function_id = any(${[...options.functionIds]}::text[])
    order by run_at, id limit ${limit} for update skip locked`;
}

async function admitCandidates(tx: TransactionSql, candidates: readonly Candidate[], options: ClaimOptions) {
  if (!options.admit) return { admitted: candidates.map((one) => one.id), blocked: [] };
  const keys = [...new Set(candidates.flatMap((one) => one.concurrencyKeys))];
  const held = keys.length === 0 ? [] : await heldSlots(tx, keys);
  return options.admit(candidates, new Map(held.map((row) => [row.key, row.held])));
}

function heldSlots(tx: TransactionSql, keys: readonly string[]) {
  return tx<{ key: string; held: number }[]>`
    select key, count(*)::int as held
    from workflow.jobs, unnest(concurrency_keys) as key
    where lease_token is not null and lease_until > now() and key = any(${[...keys]}::text[])
    group by key`;
}

async function leaseJobs(
  tx: TransactionSql,
  ids: readonly string[],
  options: ClaimOptions,
): Promise<ClaimedJob[]> {
  const jobs = await tx<ClaimedJob[]>`
    update workflow.jobs as job set
      lease_token = ${options.token}, leased_at = clock_timestamp(),
      lease_until = clock_timestamp() + ${options.leaseMillis}::int * interval '1 millisecond'
    from workflow.runs as run
    where job.id = any(${[...ids]}::uuid[]) and run.id = job.run_id
    returning job.id, job.lease_token as token, job.run_id, job.function_id, job.kind, job.step_id, job.step_name,
      job.parallel, job.attempt, job.lost, job.concurrency_keys, run.event_id, run.event::text as event`;
  const position = new Map(ids.map((id, index) => [id, index]));
  return jobs.sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
}

/** A timer's step is saved with its lease, which spares a commit for each of many that are due together. */
async function endSleeps(tx: TransactionSql, ids: readonly string[]) {
  await tx`
    insert into workflow.steps (run_id, id, name, kind, value)
    select run_id, step_id, step_name, 'sleep', 'null' from workflow.jobs
    where id = any(${[...ids]}::uuid[]) and kind = 'sleep' and not parallel
    on conflict do nothing`;
}

async function blockJobs(tx: TransactionSql, blocked: Admission["blocked"]) {
  await tx`
    update workflow.jobs as job set blocked_by = blocked.key
    from json_to_recordset(${jsonList(blocked)}::text::json) as blocked (id uuid, key text)
    where job.id = blocked.id`;
}

async function millisToNextJob(tx: TransactionSql): Promise<number | null> {
  const [row] = await tx<{ millis: number | null }[]>`
    select (extract(epoch from min(run_at) - clock_timestamp()) * 1000)::float8 as millis
    from workflow.jobs where lease_token is null and blocked_by is null and run_at > now()`;
  return row?.millis ?? null;
}

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
      where lease_token is not null and lease_until > now() and key in (select key from slot)
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
