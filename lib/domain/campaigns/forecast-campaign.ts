import { forecastAudience } from "@/db/queries/audience/forecast-audience";
import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { listStock } from "@/db/queries/coupons/allocation/coupon-stock";
import { findActiveProvider } from "@/db/queries/providers/find-provider";
import type { ProviderRow } from "@/db/queries/providers/provider-row";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { codesNeeded } from "@/lib/domain/coupons/allocation/find-coupon-problems";
import { toStock } from "@/lib/domain/coupons/allocation/list-code-stock";
import { faultOf, isSandboxKind, type ProviderFault } from "@/lib/domain/providers/provider";
import type { SkipReason } from "@/lib/domain/runs/run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { findSendProblems, type SendProblem } from "./assert-sendable";
import { forecastTimes } from "./timing/forecast-times";

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
  const [counts, times, row] = await Promise.all([
    forecastAudience(ctx.scope, { filter, channel, category, consentMode }),
    forecastTimes(ctx, campaign, workspace),
    findActiveProvider(ctx.scope, channel),
  ]);
  const provider = row ? outlookOf(row) : null;
  const stock = campaign.couponBatchId
    ? (await listStock(ctx.scope, { batchIds: [campaign.couponBatchId], limit: 1 })).map(toStock)
    : [];
  const audience = counts.reduce((sum, { count }) => sum + count, 0);
  const reachable = counts.find(({ reason }) => reason === null)?.count ?? 0;
  const final = Math.max(0, reachable - (times?.neverInTime ?? 0) - (times?.capped ?? 0));
  return {
    audience,
    reachable,
    final,
    consentMode,
    provider,
    skipped: counts.filter((row): row is { reason: SkipReason; count: number } => row.reason !== null),
    times: times ?? null,
    coupon:
      stock.map((own) => ({ ...own, needed: codesNeeded(final, campaign.couponHoldoutPercent) }))[0] ?? null,
    problems: [
      ...(provider?.fault ? [faulty(provider.name, provider.fault)] : []),
      ...(audience > 0 && reachable === 0 ? [nobodyReachable(campaign)] : []),
      ...(reachable > 0 && final === 0 ? [nobodyLeft] : []),
      ...(workspace.isStopped ? [sendingStopped] : []),
      ...(await findSendProblems(ctx, campaign, audience)),
    ].sort((left, right) => left.severity.localeCompare(right.severity)),
  };
}

const outlookOf = (row: ProviderRow) => ({
  id: row.id,
  name: row.name,
  isSandbox: isSandboxKind(row.kind),
  fault: faultOf(row),
});

/** Who waits for a later time may have people by then. */
const nobodyReachable = ({ scheduleType }: CampaignRow): SendProblem => ({
  severity: scheduleType === "send_now" ? "blocking" : "warning",
  code: "nobody_reachable",
  language: null,
  part: null,
  field: "audience",
  values: {},
  detail: "Nobody in this audience can be reached on this channel.",
});

const sendingStopped: SendProblem = {
  severity: "warning",
  code: "sending_stopped",
  language: null,
  part: null,
  field: null,
  values: {},
  detail: "Sending is stopped in this workspace: it goes out once that is lifted.",
};

/** Caps are judged by what is known now: places may come free. */
const nobodyLeft: SendProblem = {
  severity: "warning",
  code: "nobody_left",
  language: null,
  part: null,
  field: null,
  values: {},
  detail: "Frequency caps and sending hours leave nobody to write to.",
};

/** It may work again by the time it is asked, so it does not block. */
const faulty = (name: string, { source, detail }: ProviderFault): SendProblem => ({
  severity: "warning",
  code: source === "test" ? "provider_test_failed" : "provider_failing",
  language: null,
  part: null,
  field: null,
  values: { provider: name, answer: detail },
  detail: `${name} did not work when it was last asked: ${detail}`,
});
