import type { WorkspaceScope } from "@/db/scope";
import type { RunStatus, RunTotals } from "@/lib/domain/runs/run";
import type { PageRequest } from "@/lib/platform/paging";
import { totalsOfRun } from "../runs/run-totals";

export type CampaignRun = {
  id: string;
  status: RunStatus;
  sendAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  totals: RunTotals;
};

/** The latest first: ids of runs grow with time. Test sends are none. */
export async function listCampaignRuns(
  scope: WorkspaceScope,
  campaignId: string,
  page: PageRequest,
): Promise<CampaignRun[]> {
  const after = page.after?.[0];
  return scope.sql<CampaignRun>`
    select r.id, r.status, r.send_at, r.started_at, r.ended_at, ${totalsOfRun(scope)} as totals from runs r
    where r.workspace_id = ${scope.id} and r.campaign_id = ${campaignId} and r.kind = 'campaign'
      ${after ? scope.fragment`and r.id < ${after}::uuid` : scope.fragment``}
    order by r.id desc limit ${page.limit + 1}`;
}

export async function countCampaignRuns(scope: WorkspaceScope, campaignId: string): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from runs
    where workspace_id = ${scope.id} and campaign_id = ${campaignId} and kind = 'campaign'`;
  return rows[0]?.count ?? 0;
}
