import { stateOfRun } from "../workflows/run-state";
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
  /** When its request or its wait began; absent on what ended before this was written down. */
  startedAt: Date | null;
  /** `startedAt` to the microsecond: the same for all that one request ran, one after the other. */
  request: string | null;
  endedAt: Date;
};
export type WaitingJobRow = {
  kind: JobKind;
  stepId: string | null;
  stepName: string | null;
  runAt: Date;
  attempt: number;
  lost: number;
  error: JsonText | null;
  blockedBy: string | null;
  isLeased: boolean;
  leasedAt: Date | null;
  request: string | null;
  waitingSince: Date | null;
};

export async function findRunDetail(
  sql: Connection,
  runId: string,
): Promise<(RunRow & RunDetail) | undefined> {
  const [run] = await sql<(RunRow & RunDetail)[]>`
    select id, function_id, event_id, created_at, started_at, ended_at, event::text as event,
      output::text as output, error::text as error, deadline, replay_of,
      ${stateOfRun({ fragment: sql })} as status
    from workflow.runs as run where id = ${runId}`;
  return run;
}

export async function listFinishedSteps(sql: Connection, runId: string): Promise<FinishedStepRow[]> {
  return sql<FinishedStepRow[]>`
    select id, name, kind, value::text as value, attempt, started_at, started_at::text as request,
      ended_at
    from workflow.steps
    where run_id = ${runId} order by seq`;
}

export async function listWaitingJobs(sql: Connection, runId: string): Promise<WaitingJobRow[]> {
  return sql<WaitingJobRow[]>`
    select kind, step_id, step_name, run_at, attempt, lost, error::text as error, blocked_by,
      lease_token is not null as is_leased, leased_at,
      leased_at::text as request, waiting_since
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

export async function listOpenWaits(sql: Connection, runId: string): Promise<OpenWaitRow[]> {
  return sql<OpenWaitRow[]>`
    select wait.event_name, job.step_name, wait.match_path, wait.match_value, wait.expression,
      coalesce(wait.expires_at, job.run_at) as expires_at
    from workflow.waits as wait left join workflow.jobs as job on job.id = wait.job_id
    where wait.run_id = ${runId} order by wait.id`;
}

/** Tries that came to nothing, in order. */
export type AttemptRow = {
  stepId: string | null;
  stepName: string | null;
  attempt: number;
  startedAt: Date | null;
  request: string | null;
  endedAt: Date;
  /** Absent: its process died. */
  error: JsonText | null;
};

export async function listAttempts(sql: Connection, runId: string): Promise<AttemptRow[]> {
  return sql<AttemptRow[]>`
    select step_id, step_name, attempt, started_at, started_at::text as request, ended_at, error::text as error from workflow.attempts
    where run_id = ${runId} order by seq`;
}
