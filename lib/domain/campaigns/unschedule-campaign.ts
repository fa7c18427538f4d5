import { updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeCampaign } from "./change-campaign";
import type { Campaign } from "./get-campaign";

/** Back to draft: the undo of scheduling. The event that is on its way finds another version and does nothing. */
export function unscheduleCampaign(
  ctx: WorkspaceContext,
  { campaignId }: { campaignId: string },
): Promise<Campaign> {
  const change = { campaignId, action: "unschedule", auditAs: "campaign.unscheduled" } as const;
  return changeCampaign(ctx, change, async (tx, _campaign, status) => {
    await updateCampaignStatus(tx.scope, campaignId, { status });
  });
}
