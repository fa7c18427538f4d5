import type { WorkspaceScope } from "@/db/scope";
import { firstIdAt } from "@/lib/platform/ids";
import { stateOfRun } from "./run-state";

export type RegisteredFunction = {
  id: string;
  /** As the SDK registered it. */
  config: unknown;
  /** The newest deployment does not have it: its runs wait. */
  archivedAt: Date | null;
};

/** Of the whole installation: functions belong to no workspace, their runs do. */
export async function listRegisteredFunctions(scope: WorkspaceScope): Promise<RegisteredFunction[]> {
  return scope.sql<RegisteredFunction>`
    select id, config, archived_at from workflow.functions order by id`;
}

/** From when on there are so many runs, if there are since an instant. */
export async function findStartOfNewest(
  scope: WorkspaceScope,
  since: Date,
  count: number,
): Promise<Date | undefined> {
  const rows = await scope.sql<{ createdAt: Date }>`
    select created_at from workflow.runs where workspace_id = ${scope.id} and id >= ${firstIdAt(since)}
    order by id desc offset ${count} limit 1`;
  return rows[0]?.createdAt;
}

export type FunctionFigures = {
  functionId: string;
  started: number;
  completed: number;
  failed: number;
  cancelled: number;
  lastFailedAt: Date | null;
  /** From start to end, waits included, of those that completed. */
  medianMillis: number | null;
  p95Millis: number | null;
};

/** Of the runs requested since. */
export async function listFunctionFigures(scope: WorkspaceScope, since: Date): Promise<FunctionFigures[]> {
  return scope.sql<FunctionFigures>`
    select function_id, started, completed, failed, cancelled, last_failed_at,
      spans[1] as median_millis, spans[2] as p95_millis
    from (
      select function_id, count(*)::int as started,
        count(*) filter (where status = 'completed')::int as completed,
        count(*) filter (where status = 'failed')::int as failed,
        count(*) filter (where status = 'cancelled')::int as cancelled,
        max(ended_at) filter (where status = 'failed') as last_failed_at,
        percentile_cont(array[0.5, 0.95]) within group (
          order by extract(epoch from ended_at - coalesce(started_at, created_at)) * 1000)
          filter (where status = 'completed') as spans
      from workflow.runs where workspace_id = ${scope.id} and id >= ${firstIdAt(since)} group by function_id
    ) as recent`;
}

export type FunctionHour = { functionId: string; hour: number; started: number; failed: number };

/** `hour` counts from that in which `since` lies. */
export async function listFunctionHours(scope: WorkspaceScope, since: Date): Promise<FunctionHour[]> {
  return scope.sql<FunctionHour>`
    select function_id, greatest(
        extract(epoch from date_trunc('hour', created_at) - date_trunc('hour', ${since}::timestamptz)) / 3600, 0)::int as hour,
      count(*)::int as started, count(*) filter (where status = 'failed')::int as failed
    from workflow.runs where workspace_id = ${scope.id} and id >= ${firstIdAt(since)} group by 1, 2`;
}

export type FunctionBacklog = { functionId: string; running: number; queued: number; waiting: number };

/** Runs that have not ended, whenever they were requested. Found by their jobs: an installation has few open ones. */
export async function listFunctionBacklogs(scope: WorkspaceScope): Promise<FunctionBacklog[]> {
  return scope.sql<FunctionBacklog>`
    select function_id, count(*) filter (where state = 'running')::int as running,
      count(*) filter (where state = 'queued')::int as queued, count(*) filter (where state = 'waiting')::int as waiting
    from (
      select run.function_id, ${stateOfRun(scope)} as state
      from (select distinct run_id from workflow.jobs) as open join workflow.runs as run on run.id = open.run_id
      where run.workspace_id = ${scope.id}
    ) as open group by function_id`;
}
