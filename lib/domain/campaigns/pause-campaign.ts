import { updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import { updateRunStatus } from "@/db/queries/runs/runs";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeCampaign } from "./change-campaign";
import type { Campaign } from "./get-campaign";

export function pauseCampaign(
  ctx: WorkspaceContext,
  { campaignId }: { campaignId: string },
): Promise<Campaign> {
  const change = { campaignId, action: "pause", auditAs: "campaign.paused" } as const;
  return changeCampaign(ctx, change, async (tx, campaign, status) => {
    await updateCampaignStatus(tx.scope, campaignId, { status });
    if (campaign.runId) await updateRunStatus(tx.scope, campaign.runId, ["sending"], "paused");
  });
}
