import { forecastAudience } from "@/db/queries/audience/forecast-audience";
import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { checkContent } from "@/lib/domain/content/check/check-content";
import type { SkipReason } from "@/lib/domain/runs/run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { findObstacles } from "./assert-sendable";

type Problem = {
  severity: "blocking" | "warning";
  code: string;
  language: string | null;
  field: string | null;
  detail: string;
};

/** Who would be reached now, who not and why, and what stands in the way. */
export async function forecastCampaign(ctx: WorkspaceContext, { campaignId }: { campaignId: string }) {
  ctx.require("campaigns.read");
  const [campaign, workspace] = await Promise.all([
    findCampaign(ctx.scope, campaignId),
    findSendingWorkspace(ctx.scope),
  ]);
  if (!campaign || !workspace) throw notFound();
  const { audience: filter, channel, category } = campaign;
  const [counts, obstacles] = await Promise.all([
    forecastAudience(ctx.scope, { filter, channel, category, consentMode: workspace.consentMode }),
    findObstacles(ctx, campaign),
  ]);
  const blocking = obstacles.map(({ pointer, code, detail }): Problem => {
    const [, index, field] = pointer.split(".");
    return {
      severity: "blocking",
      code,
      language: campaign.contents[Number(index)]?.language ?? null,
      field: field ?? pointer,
      detail,
    };
  });
  const warnings = checkContent(campaign.contents, channel, { category })
    .filter((problem) => problem.severity === "warning")
    .map(
      ({ code, language, field, detail }): Problem => ({
        severity: "warning",
        code,
        language,
        field,
        detail,
      }),
    );
  return {
    audience: counts.reduce((sum, { count }) => sum + count, 0),
    reachable: counts.find(({ reason }) => reason === null)?.count ?? 0,
    skipped: counts.filter((row): row is { reason: SkipReason; count: number } => row.reason !== null),
    problems: [...blocking, ...warnings],
  };
}
