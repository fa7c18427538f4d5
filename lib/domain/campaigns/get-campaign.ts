import type { CampaignWithTotals } from "@/db/queries/campaigns/campaign-row";
import { findCampaign } from "@/db/queries/campaigns/campaigns";
import type { WorkspaceScope } from "@/db/scope";
import { findContentWarnings } from "@/lib/domain/content/check/find-content-warnings";
import { type Tracking, trackingDefaults } from "@/lib/domain/events/tracking/tracking";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type InvalidParam, notFound } from "@/lib/platform/errors";

/** As the contract shows it: the sources call the channel `channel_type` and wrap the filter. */
export type Campaign = Omit<CampaignWithTotals, "channel" | "audience" | "tracking" | "document"> & {
  tracking: Tracking;
  channelType: CampaignWithTotals["channel"];
  audience: { filter: CampaignWithTotals["audience"] };
};

export const toCampaign = ({
  channel,
  audience,
  tracking,
  document: _,
  ...row
}: CampaignWithTotals): Campaign => ({
  ...row,
  tracking: tracking ?? trackingDefaults(channel),
  channelType: channel,
  audience: { filter: audience },
});

export async function getCampaign(
  ctx: WorkspaceContext,
  { campaignId }: { campaignId: string },
): Promise<Campaign> {
  ctx.require("campaigns.read");
  return loadCampaign(ctx.scope, campaignId);
}

export type SavedCampaign = Campaign & { warnings: InvalidParam[] };

/** For the answer to a draft that was written: with what is wrong with its message. */
export async function loadSavedCampaign(scope: WorkspaceScope, campaignId: string): Promise<SavedCampaign> {
  const row = await findCampaign(scope, campaignId);
  if (!row) throw notFound();
  return { ...toCampaign(row), warnings: await findContentWarnings(scope, row) };
}

/** For the answer to a write: who may change a campaign sees what became of it. */
export async function loadCampaign(scope: WorkspaceScope, campaignId: string): Promise<Campaign> {
  const row = await findCampaign(scope, campaignId);
  if (!row) throw notFound();
  return toCampaign(row);
}
