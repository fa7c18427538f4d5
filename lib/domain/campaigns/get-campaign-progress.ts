import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { findRunProgress, type RunProgress } from "@/db/queries/runs/run-progress";
import { type RunTotals, reasonsOf } from "@/lib/domain/runs/run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

export async function getCampaignProgress(ctx: WorkspaceContext, { campaignId }: { campaignId: string }) {
  ctx.require("campaigns.read");
  const campaign = await findCampaign(ctx.scope, campaignId);
  if (!campaign) throw notFound();
  const run = campaign.runId ? await findRunProgress(ctx.scope, campaign.runId) : undefined;
  const reasons = run?.reasons ?? [];
  const now = ctx.now();
  return {
    campaignId,
    status: campaign.status,
    runStatus: run?.status ?? null,
    totals: run?.totals ?? null,
    ...(run ? speedOf(run, now) : { ratePerSecond: 0, etaSeconds: null }),
    skippedByReason: reasonsOf("skipped", reasons),
    failedByCode: reasonsOf("failed", reasons),
    startedAt: run?.startedAt ?? null,
    endedAt: run?.endedAt ?? null,
    updatedAt: now,
  };
}

const settledOf = (totals: RunTotals): number => totals.audience - totals.pending;

function speedOf({ startedAt, endedAt, totals, status }: RunProgress, now: Date) {
  const seconds = startedAt ? Math.max(0.001, ((endedAt ?? now).getTime() - startedAt.getTime()) / 1_000) : 0;
  const ratePerSecond = seconds > 0 ? Math.round((settledOf(totals) / seconds) * 10) / 10 : 0;
  const isMoving = status === "sending" && ratePerSecond > 0;
  return { ratePerSecond, etaSeconds: isMoving ? Math.ceil(totals.pending / ratePerSecond) : null };
}
