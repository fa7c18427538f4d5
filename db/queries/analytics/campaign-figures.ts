import type { WorkspaceScope } from "@/db/scope";
import type { Counts } from "@/lib/domain/analytics/engagement";
import type { ReasonCount, RunTotals } from "@/lib/domain/runs/run";
import { countedReasons } from "../runs/reasons";
import { totalsOfRun } from "../runs/run-totals";
import { countColumns, currentHours } from "./current-hours";

/** Of every run of the campaign but its tests; nothing when it never ran. */
export async function sumCampaignTotals(
  scope: WorkspaceScope,
  campaignId: string,
): Promise<RunTotals | undefined> {
  const rows = await scope.sql<{ totals: RunTotals }>`
    select ${totalsOfRun(scope)} as totals from runs r
    where r.workspace_id = ${scope.id} and r.campaign_id = ${campaignId} and r.kind = 'campaign'`;
  const [first, ...others] = rows.map((row) => row.totals);
  return first && others.reduce(addTotals, first);
}

const addTotals = (left: RunTotals, right: RunTotals): RunTotals => ({
  audience: left.audience + right.audience,
  sent: left.sent + right.sent,
  skipped: left.skipped + right.skipped,
  failed: left.failed + right.failed,
  unknown: left.unknown + right.unknown,
  pending: left.pending + right.pending,
  cancelled: left.cancelled + right.cancelled,
});

export async function sumCampaignReasons(scope: WorkspaceScope, campaignId: string): Promise<ReasonCount[]> {
  const ofCampaign = scope.fragment`k.run_id in (select r.id from runs r where r.workspace_id = ${scope.id}
    and r.campaign_id = ${campaignId} and r.kind = 'campaign')`;
  const [row] = await scope.sql<{ reasons: ReasonCount[] }>`
    select ${countedReasons(scope, ofCampaign)} as reasons`;
  return row?.reasons ?? [];
}

export async function listCampaignHours(
  scope: WorkspaceScope,
  campaignId: string,
): Promise<(Counts & { at: Date })[]> {
  const hours = currentHours(
    scope,
    scope.fragment`campaign_id = ${campaignId}`,
    scope.fragment`r.campaign_id = ${campaignId}`,
  );
  return scope.sql<Counts & { at: Date }>`
    select h.hour as at, ${countColumns(scope)} from (${hours}) h group by 1 order by 1`;
}
