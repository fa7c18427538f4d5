import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { lockCampaign } from "@/db/queries/campaigns/campaigns";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { assertCan, type CampaignAction, type CampaignStatus } from "./campaign";
import { type Campaign, loadCampaign } from "./get-campaign";
import { withdrawStart } from "./timing/announce-start";

type Change = { campaignId: string; action: CampaignAction; auditAs: string };

type Write = (tx: TransactionContext, campaign: CampaignRow, to: CampaignStatus) => Promise<void>;

/** One act on a campaign under its lock: the transition table decides, the write and its audit entry commit together. */
export async function changeCampaign(
  ctx: WorkspaceContext,
  { campaignId, action, auditAs }: Change,
  write: Write,
): Promise<Campaign> {
  ctx.require("campaigns.send");
  return ctx.transaction(async (tx) => {
    const campaign = await lockCampaign(tx.scope, campaignId);
    if (!campaign) throw notFound();
    const to = assertCan(campaign.status, action);
    await write(tx, campaign, to);
    if (campaign.status === "scheduled") await withdrawStart(tx, campaign);
    const change = { before: { status: campaign.status }, after: { status: to } };
    await tx.audit(auditAs, { kind: "campaign", id: campaignId, name: campaign.name }, change);
    return loadCampaign(tx.scope, campaignId);
  });
}
