import { updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import { updateRunStatus } from "@/db/queries/runs/runs";
import { closeRun } from "@/lib/domain/runs/close-run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeCampaign } from "./change-campaign";
import { type Campaign, loadCampaign } from "./get-campaign";

/** Nobody further is sent to; who was reached stays reached. Chunks under way stop within a flush. */
export async function cancelCampaign(
  ctx: WorkspaceContext,
  { campaignId }: { campaignId: string },
): Promise<Campaign> {
  const change = { campaignId, action: "cancel", auditAs: "campaign.cancelled" } as const;
  const cancelled = await changeCampaign(ctx, change, async (tx, campaign, status) => {
    await updateCampaignStatus(tx.scope, campaignId, { status });
    if (campaign.runId)
      await updateRunStatus(tx.scope, campaign.runId, ["freezing", "sending", "paused"], "cancelled");
  });
  if (!cancelled.runId) return cancelled;
  await closeRun(ctx, { runId: cancelled.runId });
  return loadCampaign(ctx.scope, campaignId);
}
