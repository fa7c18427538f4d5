import {
  listCampaignHours,
  sumCampaignReasons,
  sumCampaignTotals,
} from "@/db/queries/analytics/campaign-figures";
import { listCampaignLinks } from "@/db/queries/analytics/campaign-links";
import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { type RunTotals, reasonsOf } from "@/lib/domain/runs/run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { addCounts, noCounts, ratesOf } from "./engagement";

const nobody: RunTotals = {
  audience: 0,
  sent: 0,
  skipped: 0,
  failed: 0,
  unknown: 0,
  pending: 0,
  cancelled: 0,
};

/** What became of a campaign's people, and what they did with it. */
export async function getCampaignAnalytics(ctx: WorkspaceContext, { campaignId }: { campaignId: string }) {
  ctx.require("analytics.read");
  const campaign = await findCampaign(ctx.scope, campaignId);
  if (!campaign) throw notFound();
  const [found, reasons, hours, links] = await Promise.all([
    sumCampaignTotals(ctx.scope, campaignId),
    sumCampaignReasons(ctx.scope, campaignId),
    listCampaignHours(ctx.scope, campaignId),
    listCampaignLinks(ctx.scope, campaignId),
  ]);
  const totals = found ?? nobody;
  const { delivered, opened, clicked, opens, clicks, automatedOpens, automatedClicks } = hours.reduce(
    addCounts,
    noCounts,
  );
  const { sent, failed } = totals;
  return {
    campaignId,
    name: campaign.name,
    channelType: campaign.channel,
    status: campaign.status,
    sent,
    delivered,
    opened,
    clicked,
    failed,
    opens,
    clicks,
    automatedOpens,
    automatedClicks,
    ...ratesOf({ sent, delivered, opened, clicked, failed }),
    totals,
    skippedByReason: reasonsOf("skipped", reasons),
    failedByCode: reasonsOf("failed", reasons),
    series: hours,
    links: links.filter(({ linkNo }) => linkNo > 0),
    variants: links.filter(({ linkNo }) => linkNo === 0),
    updatedAt: ctx.now(),
  };
}
