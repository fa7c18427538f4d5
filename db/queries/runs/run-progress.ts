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
  /** How many people wait for their time, and when the next of them are due. */
  waiting: number;
  nextDueAt: Date | null;
  provider: { id: string; name: string; isSandbox: boolean } | null;
};

/** Where a run stands, from its chunks' counters: cheap at any size. */
export async function findRunProgress(
  scope: WorkspaceScope,
  runId: string,
): Promise<RunProgress | undefined> {
  const rows = await scope.sql<RunProgress>`
    select r.status, r.started_at, r.ended_at, ${totalsOfRun(scope)} as totals,
      coalesce(w.people, 0)::int as waiting, w.next_due_at,
      (select jsonb_build_object('id', p.id, 'name', p.name, 'isSandbox', p.kind = 'sandbox') from providers p
        where p.workspace_id = ${scope.id} and p.id = r.provider_id) as provider,
      ${countedReasons(scope, scope.fragment`k.run_id = r.id`)} as reasons
    from runs r
    left join lateral (select sum(k.size - k.sent - k.skipped - k.failed - k.unknown - k.cancelled) as people,
        min(k.due_at) as next_due_at
      from run_chunks k where k.workspace_id = ${scope.id} and k.run_id = r.id and k.due_at > now()
        and k.status in ('pending', 'sending')) w on true
    where r.workspace_id = ${scope.id} and r.id = ${runId}`;
  return rows[0];
}
