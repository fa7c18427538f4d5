import { forecastAudience } from "@/db/queries/audience/forecast-audience";
import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import type { SkipReason } from "@/lib/domain/runs/run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { findSendProblems } from "./assert-sendable";

/** Who would be reached now, who not and why, and what stands in the way. */
export async function forecastCampaign(ctx: WorkspaceContext, { campaignId }: { campaignId: string }) {
  ctx.require("campaigns.read");
  const [campaign, workspace] = await Promise.all([
    findCampaign(ctx.scope, campaignId),
    findSendingWorkspace(ctx.scope),
  ]);
  if (!campaign || !workspace) throw notFound();
  const { audience: filter, channel, category } = campaign;
  const { consentMode } = workspace;
  const counts = await forecastAudience(ctx.scope, { filter, channel, category, consentMode });
  const audience = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    audience,
    reachable: counts.find(({ reason }) => reason === null)?.count ?? 0,
    skipped: counts.filter((row): row is { reason: SkipReason; count: number } => row.reason !== null),
    problems: await findSendProblems(ctx, campaign, audience),
  };
}
