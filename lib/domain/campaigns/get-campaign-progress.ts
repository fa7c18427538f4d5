import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { listRetrying } from "@/db/queries/runs/list-retrying";
import { findRunProgress, type RunProgress } from "@/db/queries/runs/run-progress";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { type RunTotals, reasonsOf } from "@/lib/domain/runs/run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

export async function getCampaignProgress(ctx: WorkspaceContext, { campaignId }: { campaignId: string }) {
  ctx.require("campaigns.read");
  const [campaign, workspace] = await Promise.all([
    findCampaign(ctx.scope, campaignId),
    findSendingWorkspace(ctx.scope),
  ]);
  if (!campaign || !workspace) throw notFound();
  const { runId } = campaign;
  const [run, retrying] = runId
    ? await Promise.all([findRunProgress(ctx.scope, runId), listRetrying(ctx.scope, runId)])
    : [undefined, []];
  const reasons = run?.reasons ?? [];
  const now = ctx.now();
  return {
    campaignId,
    status: campaign.status,
    runStatus: run?.status ?? null,
    totals: run?.totals ?? null,
    ...(run ? speedOf(run, workspace.isStopped, now) : { ratePerSecond: 0, etaSeconds: null }),
    skippedByReason: reasonsOf("skipped", reasons),
    failedByCode: reasonsOf("failed", reasons),
    provider: run?.provider ?? null,
    sendingStopped: workspace.isStopped,
    retrying,
    waiting: run?.waiting ?? 0,
    nextDueAt: run?.nextDueAt ?? null,
    startedAt: run?.startedAt ?? null,
    endedAt: run?.endedAt ?? null,
    updatedAt: now,
  };
}

/** Whom the provider was asked for. Those who were left out cost no time, and say nothing about how fast it is. */
const askedOf = ({ sent, failed, unknown }: RunTotals): number => sent + failed + unknown;

function speedOf(
  { startedAt, endedAt, totals, status, waiting }: RunProgress,
  isStopped: boolean,
  now: Date,
) {
  const seconds = startedAt ? Math.max(0.001, ((endedAt ?? now).getTime() - startedAt.getTime()) / 1_000) : 0;
  const perSecond = (people: number) => (seconds > 0 ? Math.round((people / seconds) * 10) / 10 : 0);
  const isMoving = status === "sending" && !isStopped && askedOf(totals) > 0;
  const settledPerSecond = perSecond(totals.audience - totals.pending);
  const etaSeconds = Math.ceil((totals.pending - waiting) / Math.max(settledPerSecond, 0.1));
  return {
    ratePerSecond: perSecond(askedOf(totals)),
    // Who waits for their time waits however fast we are, and nothing is known before anybody was asked.
    etaSeconds: isMoving && waiting < totals.pending ? etaSeconds : null,
  };
}
