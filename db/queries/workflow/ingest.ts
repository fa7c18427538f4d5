import type { TransactionSql } from "@/db/client";
import { jsonList, wakeChannel } from "./statement";

export type NewRun = {
  runId: string;
  jobId: string;
  functionId: string;
  eventId: string;
  event: string;
  /** Not before this instant. */
  tsMillis: number;
  /** Ahead of (or, below zero, behind) what became due in so many seconds. */
  prioritySeconds: number;
  keys: readonly string[];
  throttleKey: string | null;
  singletonKey: string | null;
  /** Cancelled when it has not started so long after it was due. */
  startMillisMax: number | null;
  parentJob: string | null;
  parentStep: string | null;
  replayOf: string | null;
  /** Whose event it is; a run that another invoked is of that one's workspace. */
  workspaceId: string | null;
};

export async function insertRuns(tx: TransactionSql, runs: readonly NewRun[]): Promise<void> {
  if (runs.length === 0) return;
  await tx`
    with run as materialized (
      select *, greatest(now(), to_timestamp("tsMillis" / 1000.0)) as due_at
      from json_to_recordset(${jsonList(runs)}::text::json) as run
        ("runId" uuid, "jobId" uuid, "functionId" text, "eventId" text, event text, "tsMillis" float8,
         "prioritySeconds" float8, keys text[], "throttleKey" text, "singletonKey" text, "startMillisMax" float8,
         "parentJob" uuid, "parentStep" text, "replayOf" uuid, "workspaceId" uuid)
    ), added as (
      insert into workflow.runs
        (id, function_id, event_id, event, singleton_key, deadline, parent_job, parent_step, replay_of,
         workspace_id)
      select "runId", "functionId", "eventId", event::json, "singletonKey",
        due_at + "startMillisMax" * interval '1 millisecond', "parentJob", "parentStep", "replayOf",
        case when "parentJob" is null then "workspaceId" else (
          select parent.workspace_id from workflow.jobs as job join workflow.runs as parent on parent.id = job.run_id
          where job.id = "parentJob") end
      from run
    ), queued as (
      insert into workflow.jobs (id, run_id, function_id, kind, concurrency_keys, throttle_key, run_at)
      select "jobId", "runId", "functionId", 'start', keys, "throttleKey",
        case when "prioritySeconds" > 0 and due_at > now() then due_at
          else due_at - "prioritySeconds" * interval '1 second' end
      from run
    )
    select pg_notify(${wakeChannel}, 'jobs')`;
}

/** Which of these singleton keys active runs hold. */
export async function findSingletons(
  tx: TransactionSql,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx<{ key: string; id: string }[]>`
    select singleton_key as key, id from workflow.runs where singleton_key = any(${[...keys]}::text[])`;
  return new Map(rows.map((row) => [row.key, row.id]));
}
