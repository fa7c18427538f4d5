import { lockCampaign, updateCampaignFields } from "@/db/queries/campaigns/campaigns";
import { assertOwnBatches } from "@/lib/domain/coupons/allocation/assert-own-batch";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, notFound } from "@/lib/platform/errors";
import { assertCan } from "./campaign";
import { applyInput, type CampaignInput } from "./campaign-input";
import { loadSavedCampaign, type SavedCampaign } from "./get-campaign";

type Input = CampaignInput & { campaignId: string; version?: number | undefined };

export async function updateCampaign(
  ctx: WorkspaceContext,
  { campaignId, version, ...input }: Input,
): Promise<SavedCampaign> {
  ctx.require("campaigns.write");
  return ctx.transaction(async (tx) => {
    const before = await lockCampaign(tx.scope, campaignId);
    if (!before) throw notFound();
    assertCan(before.status, "edit");
    if (version !== undefined && version !== before.version) {
      throw conflict("Somebody changed this campaign meanwhile. Load it again.", {
        reason: "stale_version",
        version: before.version,
      });
    }
    const fields = applyInput(before, input, ctx.now());
    await assertOwnBatches(tx.scope, [input.couponBatchId]);
    await updateCampaignFields(tx.scope, campaignId, fields);
    const change = {
      before: { name: before.name },
      after: { name: fields.name, fields: Object.keys(input) },
    };
    await tx.audit("campaign.updated", { kind: "campaign", id: campaignId, name: fields.name }, change);
    return loadSavedCampaign(tx.scope, campaignId);
  });
}
