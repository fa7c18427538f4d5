import type { WorkspaceScope } from "@/db/scope";
import type { ReasonCount, RunStatus, RunTotals } from "@/lib/domain/runs/run";
import { countedReasons } from "./reasons";
import { totalsOfRun } from "./run-totals";

export type RunProgress = {
  status: RunStatus;
  totals: RunTotals;
  reasons: ReasonCount[];
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
      ${countedReasons(scope, scope.fragment`k.run_id = r.id`)} as reasons
    from runs r where r.workspace_id = ${scope.id} and r.id = ${runId}`;
  return rows[0];
}
