import type { TransactionSql } from "@/db/client";
import { type JsonText, wakeChannel } from "./statement";

/** Gives event sequence numbers the order of their commits. */
const ingestLock = 7_075_736_872;

export async function lockIngest(tx: TransactionSql): Promise<{ registryVersion: string }> {
  await tx`select pg_advisory_xact_lock(${ingestLock})`;
  const [row] = await tx<{ version: string }[]>`select version::text as version from workflow.registry`;
  return { registryVersion: row?.version ?? "0" };
}

/**
 * Stores events and the runs they start. An event whose id is known is dropped, and with it its runs. Both
 * parameters are JSON lists: `{id, name, data, millis}` and `{runId, jobId, functionId, eventId, event, millis, keys}`.
 */
export async function insertRuns(tx: TransactionSql, events: JsonText, runs: JsonText): Promise<number> {
  const [row] = await tx<{ started: number }[]>`
    with fresh as (
      insert into workflow.events (id, name, data, ts)
      select id, name, data::json, to_timestamp(millis / 1000.0)
      from json_to_recordset(${events}::text::json) as event (id text, name text, data text, millis float8)
      on conflict (id) do nothing
      returning id
    ), run as materialized (
      select run.* from json_to_recordset(${runs}::text::json) as run
        ("runId" uuid, "jobId" uuid, "functionId" text, "eventId" text, event text, millis float8, keys text[])
      join fresh on fresh.id = run."eventId"
    ), added as (
      insert into workflow.runs (id, function_id, event_id, event)
      select "runId", "functionId", "eventId", event::json from run
    ), queued as (
      insert into workflow.jobs (id, run_id, function_id, kind, run_at, concurrency_keys)
      select "jobId", "runId", "functionId", 'start', greatest(now(), to_timestamp(millis / 1000.0)), keys from run
      returning 1
    ), counted as (
      select count(*)::int as started from queued
    )
    select started, case when started > 0 then pg_notify(${wakeChannel}, 'jobs') end as woken from counted`;
  return row?.started ?? 0;
}
