import type { WorkspaceScope } from "@/db/scope";
import type { RunStatus, RunTotals } from "@/lib/domain/runs/run";
import { totalsOfRun } from "./run-totals";

export type RunProgress = {
  status: RunStatus;
  totals: RunTotals;
  reasons: Record<string, number>;
  startedAt: Date | null;
  endedAt: Date | null;
};

/** Where a run stands, from its chunks' counters: cheap at any size. */
export async function findRunProgress(
  scope: WorkspaceScope,
  runId: string,
): Promise<RunProgress | undefined> {
  const rows = await scope.sql<RunProgress>`
    select r.status, r.started_at, r.ended_at, ${totalsOfRun(scope)} as totals,
      coalesce((select jsonb_object_agg(reason, total) from (
        select entry.key as reason, sum(entry.value::int)::int as total
        from run_chunks k cross join jsonb_each_text(k.reasons) entry
        where k.workspace_id = ${scope.id} and k.run_id = r.id group by 1) counted), '{}') as reasons
    from runs r where r.workspace_id = ${scope.id} and r.id = ${runId}`;
  return rows[0];
}
