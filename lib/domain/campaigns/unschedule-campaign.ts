import { updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeCampaign } from "./change-campaign";
import type { Campaign } from "./get-campaign";

/**
 * Back to draft: the undo of scheduling. A time that somebody chose stays as the draft's plan; the end of an undo
 * window was never one. A start that is under way finds another version and does nothing.
 */
export function unscheduleCampaign(
  ctx: WorkspaceContext,
  { campaignId }: { campaignId: string },
): Promise<Campaign> {
  const change = { campaignId, action: "unschedule", auditAs: "campaign.unscheduled" } as const;
  return changeCampaign(ctx, change, async (tx, { scheduleType }, status) => {
    const scheduledAt = scheduleType === "send_now" ? { scheduledAt: null } : {};
    await updateCampaignStatus(tx.scope, campaignId, { status, ...scheduledAt });
  });
}
