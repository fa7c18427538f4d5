import type { Sql } from "@/db/client";
import type { JsonText } from "./statement";

export type RunRow = {
  id: string;
  functionId: string;
  eventId: string;
  status: "queued" | "running" | "waiting" | "completed" | "failed" | "cancelled";
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};
export type RunFilter = { functionId?: string; status?: RunRow["status"]; beforeId?: string; limit: number };

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
        and ${filter.beforeId ? sql`run.id < ${filter.beforeId}` : sql`true`}
      order by run.id desc
    ) as run
    where ${filter.status ? sql`status = ${filter.status}` : sql`true`}
    order by id desc limit ${filter.limit}`;
}

export type RunDetail = { event: JsonText; output: JsonText | null; error: JsonText | null };
export type FinishedStepRow = {
  id: string;
  name: string;
  kind: "data" | "error" | "sleep";
  value: JsonText;
  attempt: number;
  endedAt: Date;
};
export type WaitingJobRow = {
  kind: "start" | "resume" | "step" | "sleep";
  stepName: string | null;
  runAt: Date;
  attempt: number;
  lost: number;
  error: JsonText | null;
  blockedBy: string | null;
  isLeased: boolean;
};

export async function findRunDetail(sql: Sql, runId: string): Promise<(RunRow & RunDetail) | undefined> {
  const [run] = await sql<(RunRow & RunDetail)[]>`
    select id, function_id, event_id, created_at, started_at, ended_at, event::text as event,
      output::text as output, error::text as error,
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
