import type { Sql } from "@/db/client";
import { firstIdAt } from "@/lib/platform/ids";
import type { JobKind } from "./admission";
import type { Connection, JsonText } from "./statement";
import type { StepKind } from "./steps";

export type RunRow = {
  id: string;
  functionId: string;
  eventId: string;
  status: "queued" | "running" | "waiting" | "completed" | "failed" | "cancelled";
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};
export type RunFilter = {
  functionId?: string;
  status?: RunRow["status"];
  /** Name of the event that started it. */
  eventName?: string;
  /** Created in this time, from `since` up to and without `until`. */
  since?: Date;
  until?: Date;
  beforeId?: string;
  limit: number;
};

/** Newest first. An active run is running, queued, or waiting (for a timer, a retry, a slot), as its jobs say. */
export async function listRuns(sql: Sql, filter: RunFilter): Promise<RunRow[]> {
  return sql<RunRow[]>`
    select * from (
      select run.id, run.function_id, run.event_id, run.created_at, run.started_at, run.ended_at,
        case when run.status <> 'active' then run.status else coalesce((
          select case when bool_or(lease_token is not null) then 'running'
            when bool_or(run_at <= now() and blocked_by is null) then 'queued' else 'waiting' end
          from workflow.jobs as job where job.run_id = run.id), 'queued') end as status
      from workflow.runs as run
      where ${filter.functionId ? sql`run.function_id = ${filter.functionId}` : sql`true`}
        and ${filter.eventName ? sql`run.event ->> 'name' = ${filter.eventName}` : sql`true`}
        and ${filter.since ? sql`run.id >= ${firstIdAt(filter.since)}` : sql`true`}
        and ${filter.until ? sql`run.id < ${firstIdAt(filter.until)}` : sql`true`}
        and ${filter.beforeId ? sql`run.id < ${filter.beforeId}` : sql`true`}
      order by run.id desc
    ) as run
    where ${filter.status ? sql`status = ${filter.status}` : sql`true`}
    order by id desc limit ${filter.limit}`;
}

export type RunDetail = {
  event: JsonText;
  output: JsonText | null;
  error: JsonText | null;
  /** Cancelled then, unless a request of it executes. */
  deadline: Date | null;
  /** The run it repeats from the start. */
  replayOf: string | null;
};
export type FinishedStepRow = {
  id: string;
  name: string;
  kind: StepKind;
  value: JsonText;
  attempt: number;
  endedAt: Date;
};
export type WaitingJobRow = {
  kind: JobKind;
  stepName: string | null;
  runAt: Date;
  attempt: number;
  lost: number;
  error: JsonText | null;
  blockedBy: string | null;
  isLeased: boolean;
};

export async function findRunDetail(
  sql: Connection,
  runId: string,
): Promise<(RunRow & RunDetail) | undefined> {
  const [run] = await sql<(RunRow & RunDetail)[]>`
    select id, function_id, event_id, created_at, started_at, ended_at, event::text as event,
      output::text as output, error::text as error, deadline, replay_of,
      case when status <> 'active' then status else coalesce((
        select case when bool_or(lease_token is not null) then 'running'
          when bool_or(run_at <= now() and blocked_by is null) then 'queued' else 'waiting' end
        from workflow.jobs as job where job.run_id = run.id), 'queued') end as status
    from workflow.runs as run where id = ${runId}`;
  return run;
}

export async function listFinishedSteps(sql: Sql, runId: string): Promise<FinishedStepRow[]> {
  return sql<FinishedStepRow[]>`
    select id, name, kind, value::text as value, attempt, ended_at from workflow.steps
    where run_id = ${runId} order by seq`;
}

export async function listWaitingJobs(sql: Sql, runId: string): Promise<WaitingJobRow[]> {
  return sql<WaitingJobRow[]>`
    select kind, step_name, run_at, attempt, lost, error::text as error, blocked_by,
      lease_token is not null as is_leased
    from workflow.jobs where run_id = ${runId} order by run_at`;
}

export type OpenWaitRow = {
  eventName: string;
  /** Absent: the event cancels the run. */
  stepName: string | null;
  matchPath: string | null;
  matchValue: string | null;
  expression: string | null;
  expiresAt: Date | null;
};

export async function listOpenWaits(sql: Sql, runId: string): Promise<OpenWaitRow[]> {
  return sql<OpenWaitRow[]>`
    select wait.event_name, job.step_name, wait.match_path, wait.match_value, wait.expression,
      coalesce(wait.expires_at, job.run_at) as expires_at
    from workflow.waits as wait left join workflow.jobs as job on job.id = wait.job_id
    where wait.run_id = ${runId} order by wait.id`;
}
