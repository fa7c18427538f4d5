import { deleteCampaign as deleteCampaignRow, lockCampaign } from "@/db/queries/campaigns/campaigns";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidState, notFound } from "@/lib/platform/errors";
import { assertCan, refuseDelete } from "./campaign";

export async function deleteCampaign(
  ctx: WorkspaceContext,
  { campaignId }: { campaignId: string },
): Promise<void> {
  ctx.require("campaigns.write");
  await ctx.transaction(async (tx) => {
    const campaign = await lockCampaign(tx.scope, campaignId);
    if (!campaign) throw notFound();
    assertCan(campaign.status, "delete");
    if (refuseDelete(campaign)) {
      throw invalidState("People have received this campaign; its report must stay.", {
        reason: "campaign_has_run",
        from: campaign.status,
        allowed: ["draft"],
      });
    }
    await deleteCampaignRow(tx.scope, campaignId);
    await tx.audit("campaign.deleted", { kind: "campaign", id: campaignId, name: campaign.name });
  });
}
