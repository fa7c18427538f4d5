import type { TransactionSql } from "@/db/client";
import { type JsonText, jsonList, wakeChannel } from "./statement";

export type NewWait = {
  id: string;
  runId: string;
  /** `null`: the event cancels the run. */
  jobId: string | null;
  eventName: string;
  matchPath: string | null;
  matchValue: string | null;
  expression: string | null;
  afterSeq: number;
  until: Date | null;
  millis: number | null;
};

export async function insertWaits(tx: TransactionSql, waits: readonly NewWait[]): Promise<void> {
  if (waits.length === 0) return;
  await tx`
    insert into workflow.waits
      (id, run_id, job_id, event_name, match_path, match_value, expression, after_seq, expires_at)
    select id, "runId", "jobId", "eventName", "matchPath", "matchValue", expression, "afterSeq",
      coalesce(until, now() + millis * interval '1 millisecond')
    from json_to_recordset(${jsonList(waits)}::text::json) as wait
      (id uuid, "runId" uuid, "jobId" uuid, "eventName" text, "matchPath" text, "matchValue" text, expression text,
       "afterSeq" int8, until timestamptz, millis float8)`;
}

export type MatchPath = { eventName: string; path: string | null };

/**
 * The paths at which open waits look, by event name: a few probes of the index, however many wait. `null`: some
 * look at every event.
 */
export async function listMatchPaths(
  tx: TransactionSql,
  eventNames: readonly string[],
): Promise<MatchPath[]> {
  return tx<MatchPath[]>`
    with recursive found as (
      select name as event_name, (
        select match_path from workflow.waits where event_name = name and match_path is not null
        order by match_path limit 1) as path
      from unnest(${[...eventNames]}::text[]) as name
      union all
      select event_name, (
        select match_path from workflow.waits as wait
        where wait.event_name = found.event_name and match_path > found.path order by match_path limit 1)
      from found where path is not null
    )
    select event_name, path from found where path is not null
    union all
    select name, null from unnest(${[...eventNames]}::text[]) as name
    where exists (select 1 from workflow.waits where event_name = name and match_path is null)`;
}

export type Probe = { eventName: string; seq: number; path: string; value: string };
export type MatchedWait = {
  id: string;
  runId: string;
  jobId: string | null;
  eventName: string;
  expression: string | null;
  afterSeq: number;
  /** Event found by the index; `null`: any later one of the name. */
  seq: number | null;
  /** The run's own event, where the expression needs it. */
  event: JsonText | null;
};

/** Open waits that the index finds for these values, and those it cannot tell anything about, in portions. */
export function findMatchingWaits(
  tx: TransactionSql,
  eventNames: readonly string[],
  probes: readonly Probe[],
): AsyncIterable<MatchedWait[]> {
  return tx<MatchedWait[]>`
    select wait.id, wait.run_id, wait.job_id, wait.event_name, wait.expression, wait.after_seq::float8 as after_seq,
      probe.seq::float8 as seq, run.event::text as event
    from json_to_recordset(${jsonList(probes)}::text::json) as probe ("eventName" text, seq int8, path text, value text)
    join workflow.waits as wait on wait.event_name = probe."eventName" and wait.match_path = probe.path
      and wait.match_value = probe.value and wait.after_seq < probe.seq
    left join workflow.runs as run on wait.expression is not null and run.id = wait.run_id
    where wait.expires_at is null or wait.expires_at > now()
    union all
    select wait.id, wait.run_id, wait.job_id, wait.event_name, wait.expression, wait.after_seq::float8, null,
      run.event::text
    from workflow.waits as wait
    left join workflow.runs as run on wait.expression is not null and run.id = wait.run_id
    where wait.event_name = any(${[...eventNames]}::text[]) and wait.match_path is null
      and (wait.expires_at is null or wait.expires_at > now())`.cursor(500);
}

export type Wakening = { id: string; jobId: string; seq: number };

/** Gives waiting steps their events. One whose time ran out in the meantime has ended without. */
export async function wakeWaits(
  tx: TransactionSql,
  wakenings: readonly Wakening[],
  values: ReadonlyMap<number, JsonText>,
): Promise<void> {
  if (wakenings.length === 0) return;
  const list = [...values].map(([seq, value]) => ({ seq, value }));
  await tx`
    with matched as (
      select id, "jobId" as job_id, value
      from json_to_recordset(${jsonList(wakenings)}::text::json) as matched (id uuid, "jobId" uuid, seq int8)
      join json_to_recordset(${jsonList(list)}::text::json) as event (seq int8, value text) using (seq)
    ), gone as (
      delete from workflow.waits where id in (select id from matched)
      returning id
    ), woken as (
      update workflow.jobs as job set run_at = now(), value = matched.value::json
      from matched join gone using (id)
      where job.id = matched.job_id and job.kind = 'wait' and job.lease_token is null and job.run_at > now()
    )
    select pg_notify(${wakeChannel}, 'jobs')`;
}
