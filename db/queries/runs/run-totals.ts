import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { RunTotals } from "@/lib/domain/runs/run";

/** Totals of a run `r` as json, from its chunks' counters; the parts add up by construction. */
export const totalsOfRun = (scope: WorkspaceScope): Fragment => scope.fragment`
  (select jsonb_build_object('audience', r.audience_count, 'sent', t.sent, 'skipped', t.skipped, 'failed', t.failed,
      'unknown', t.unknown, 'cancelled', t.cancelled,
      'pending', r.audience_count - t.sent - t.skipped - t.failed - t.unknown - t.cancelled)
    from (select coalesce(sum(sent), 0)::int as sent, coalesce(sum(skipped), 0)::int as skipped,
        coalesce(sum(failed), 0)::int as failed, coalesce(sum(unknown), 0)::int as unknown,
        coalesce(sum(cancelled), 0)::int as cancelled
      from run_chunks k where k.workspace_id = ${scope.id} and k.run_id = r.id) t)`;

export async function findRunTotals(scope: WorkspaceScope, runId: string): Promise<RunTotals | undefined> {
  const rows = await scope.sql<{ totals: RunTotals }>`
    select ${totalsOfRun(scope)} as totals from runs r where r.workspace_id = ${scope.id} and r.id = ${runId}`;
  return rows[0]?.totals;
}
