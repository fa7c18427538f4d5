import { findCampaign } from "@/db/queries/campaigns/campaigns";
import {
  type CampaignRun,
  countCampaignRuns,
  listCampaignRuns as listRows,
} from "@/db/queries/campaigns/list-campaign-runs";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { type ListInput, type Page, parsePage, toPage } from "@/lib/platform/paging";

/** Every time a campaign went out, with what became of everybody. */
export async function listCampaignRuns(
  ctx: WorkspaceContext,
  { campaignId, ...list }: ListInput & { campaignId: string },
): Promise<Page<CampaignRun>> {
  ctx.require("campaigns.read");
  if (!(await findCampaign(ctx.scope, campaignId))) throw notFound();
  const page = parsePage(list);
  const [rows, total] = await Promise.all([
    listRows(ctx.scope, campaignId, page),
    countCampaignRuns(ctx.scope, campaignId),
  ]);
  return toPage(rows, page.limit, (run) => [run.id], total);
}
