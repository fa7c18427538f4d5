import { type CampaignListFilter, countCampaignsByStatus } from "@/db/queries/campaigns/list-campaigns";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type CampaignStatus, campaignStatuses } from "../campaign";

type Input = Omit<CampaignListFilter, "status"> & { search?: string | undefined };

/** How many campaigns of each state the list would show. */
export async function countCampaigns(ctx: WorkspaceContext, { q, search, channelType }: Input) {
  ctx.require("campaigns.read");
  const rows = await countCampaignsByStatus(ctx.scope, { q: q ?? search, channelType });
  const found = new Map(rows.map(({ status, count }) => [status, count]));
  const byStatus = Object.fromEntries(
    campaignStatuses.map((status) => [status, found.get(status) ?? 0]),
  ) as Record<CampaignStatus, number>;
  return { total: rows.reduce((sum, { count }) => sum + count, 0), byStatus };
}
