import type { Sql } from "@/db/client";

export type FunctionStats = {
  id: string;
  appId: string;
  /** As the SDK registered it. */
  config: unknown;
  /** The newest deployment does not have it: its runs wait. */
  archivedAt: Date | null;
  /** Of the runs started since. */
  started: number;
  completed: number;
  failed: number;
  cancelled: number;
  lastFailedAt: Date | null;
  /** Runs that have not ended, whenever they started. */
  active: number;
};

/** `sinceId`: the smallest id of the runs that count. */
export async function listFunctionStats(sql: Sql, sinceId: string): Promise<FunctionStats[]> {
  return sql<FunctionStats[]>`
    with recent as (
      select function_id, count(*)::int as started,
        count(*) filter (where status = 'completed')::int as completed,
        count(*) filter (where status = 'failed')::int as failed,
        count(*) filter (where status = 'cancelled')::int as cancelled,
        max(ended_at) filter (where status = 'failed') as last_failed_at
      from workflow.runs where id >= ${sinceId} group by function_id
    ), open as (
      select function_id, count(distinct run_id)::int as active from workflow.jobs group by function_id
    )
    select known.id, known.app_id, known.config, known.archived_at, coalesce(recent.started, 0) as started,
      coalesce(recent.completed, 0) as completed, coalesce(recent.failed, 0) as failed,
      coalesce(recent.cancelled, 0) as cancelled, recent.last_failed_at, coalesce(open.active, 0) as active
    from workflow.functions as known left join recent on recent.function_id = known.id
      left join open on open.function_id = known.id
    order by known.id`;
}
