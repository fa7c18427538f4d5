import { updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import { acceptLateness, updateRunStatus } from "@/db/queries/runs/runs";
import { closeRun } from "@/lib/domain/runs/close-run";
import { wakeOpenChunks } from "@/lib/domain/runs/wake-open-chunks";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeCampaign } from "./change-campaign";
import { type Campaign, loadCampaign } from "./get-campaign";

/** Wakes every chunk that still has people; each is leased anew, so nobody is asked twice. */
export async function resumeCampaign(
  ctx: WorkspaceContext,
  { campaignId }: { campaignId: string },
): Promise<Campaign> {
  const change = { campaignId, action: "resume", auditAs: "campaign.resumed" } as const;
  const resumed = await changeCampaign(ctx, change, async (tx, campaign, status) => {
    const changed = await updateCampaignStatus(tx.scope, campaignId, { status });
    const { runId } = campaign;
    if (runId) await acceptLateness(tx.scope, runId);
    if (!runId || !(await updateRunStatus(tx.scope, runId, ["paused"], "sending"))) return;
    await wakeOpenChunks(tx, { runId, wake: changed.version });
  });
  if (!resumed.runId) return resumed;
  await closeRun(ctx, { runId: resumed.runId });
  return loadCampaign(ctx.scope, campaignId);
}
