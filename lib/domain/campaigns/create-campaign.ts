import { insertCampaign } from "@/db/queries/campaigns/campaigns";
import type { Channel } from "@/lib/domain/channels/channel";
import { assertOwnBatches } from "@/lib/domain/coupons/allocation/assert-own-batch";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { type CampaignInput, newCampaignFields } from "./campaign-input";
import { loadSavedCampaign, type SavedCampaign } from "./get-campaign";

export async function createCampaign(
  ctx: WorkspaceContext,
  input: CampaignInput & { name: string; channelType: Channel },
): Promise<SavedCampaign> {
  ctx.require("campaigns.write");
  const fields = newCampaignFields(input, ctx.now());
  const campaignId = newId();
  return ctx.transaction(async (tx) => {
    await assertOwnBatches(tx.scope, [fields.couponBatchId]);
    await insertCampaign(tx.scope, campaignId, fields, ctx.actor.name);
    await tx.audit("campaign.created", { kind: "campaign", id: campaignId, name: fields.name });
    return loadSavedCampaign(tx.scope, campaignId);
  });
}
