import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { lockCampaign, updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import { findActiveProvider } from "@/db/queries/providers/find-provider";
import { insertRun } from "@/db/queries/runs/runs";
import { findSendingWorkspace, type SendingWorkspace } from "@/db/queries/runs/sending-context";
import { trackingDefaults } from "@/lib/domain/events/tracking/tracking";
import { isPerPerson, type RunTiming } from "@/lib/domain/timing/run-timing";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { mayDo } from "./campaign";
import { lastMissed, nextOccurrence } from "./timing/occurrence";
import { timingAt } from "./timing/planned-timing";
import { waitForNext } from "./timing/wait-for-next";

type Input = { campaignId: string; version: number };

/**
 * Opens the run of a scheduled campaign and freezes what it says. Undefined when the schedule that woke us is no
 * longer the campaign's, or the series leaves this time out. Called again it gives the run that it opened.
 */
export async function startRun(
  ctx: WorkspaceContext,
  { campaignId, version }: Input,
): Promise<string | undefined> {
  ctx.require("campaigns.send");
  return ctx.transaction(async (tx) => {
    const campaign = await lockCampaign(tx.scope, campaignId);
    const workspace = await findSendingWorkspace(tx.scope);
    if (!campaign || !workspace) return undefined;
    const isOpen = campaign.status === "sending" || campaign.status === "paused";
    if (isOpen && campaign.version === version + 1) return campaign.runId ?? undefined;
    if (campaign.version !== version || !mayDo(campaign.status, "start")) return undefined;
    return open(tx, campaign, workspace);
  });
}

async function open(
  tx: TransactionContext,
  campaign: CampaignRow,
  workspace: SendingWorkspace,
): Promise<string | undefined> {
  const now = tx.now();
  const due = dueTime(campaign, workspace, now);
  if (due.isLeftOut) return leaveOut(tx, campaign, workspace, now);
  const provider = await findActiveProvider(tx.scope, campaign.channel);
  if (!provider) return fail(tx, campaign);
  const runId = newId();
  const { channel, category, contents, audience, ttlSeconds, priority } = campaign;
  const { couponBatchId, couponHoldoutPercent } = campaign;
  const timing = timingAt(campaign, workspace, due.sendAt);
  await insertRun(tx.scope, {
    id: runId,
    campaignId: campaign.id,
    kind: "campaign",
    status: "freezing",
    providerId: provider.id,
    sendAt: due.sendAt,
    timing,
    expiresAt: expiryOf(timing, due.sendAt),
    audienceCount: 0,
    channel,
    category,
    contents,
    audience,
    ttlSeconds,
    priority,
    tracking: campaign.tracking ?? trackingDefaults(channel),
    couponBatchId,
    couponHoldoutPercent,
  });
  await updateCampaignStatus(tx.scope, campaign.id, {
    status: due.isLate ? "paused" : "sending",
    runId,
    ...(campaign.scheduleType === "recurring"
      ? { scheduledAt: nextOccurrence(campaign, workspace.timeZone, later(due.sendAt, now)) ?? null }
      : {}),
    ...(due.isLate ? { failure: { reason: "late", detail: "" } } : {}),
  });
  const target = { kind: "campaign", id: campaign.id, name: campaign.name } as const;
  await tx.audit(due.isLate ? "campaign.paused" : "campaign.started", target, {
    after: due.isLate ? { reason: "late" } : {},
  });
  return runId;
}

type Due = { sendAt: Date; isLate: boolean; isLeftOut: boolean };

/** A series says itself what becomes of times that were missed; anything else that is late waits for a person. */
function dueTime(campaign: CampaignRow, workspace: SendingWorkspace, now: Date): Due {
  const { scheduledAt, startsAt, timing } = campaign;
  const planned = scheduledAt ?? now;
  const isLate = now.getTime() - (startsAt ?? planned).getTime() > timing.latenessMinutesMax * 60_000;
  const { recurrence } = timing;
  if (campaign.scheduleType !== "recurring" || !recurrence)
    return { sendAt: planned, isLate, isLeftOut: false };
  const sendAt = lastMissed(campaign, workspace.timeZone, planned, now);
  return { sendAt, isLate: false, isLeftOut: isLate && recurrence.missed === "none" };
}

/** Where everybody is written to at once, the message is worth as long to all; else each person's time counts. */
function expiryOf(timing: RunTiming, sendAt: Date): Date | null {
  const { expiresAt, ttlMillis } = timing;
  const ends = [
    expiresAt,
    ttlMillis === null || isPerPerson(timing) ? null : sendAt.getTime() + ttlMillis,
  ].filter((end) => end !== null);
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}

const later = (left: Date, right: Date): Date => (left > right ? left : right);

async function leaveOut(
  tx: TransactionContext,
  campaign: CampaignRow,
  workspace: SendingWorkspace,
  now: Date,
): Promise<undefined> {
  const isWaiting = await waitForNext(tx, campaign, workspace, now);
  if (!isWaiting) await updateCampaignStatus(tx.scope, campaign.id, { status: "sent" });
  return undefined;
}

async function fail(tx: TransactionContext, campaign: CampaignRow): Promise<undefined> {
  await updateCampaignStatus(tx.scope, campaign.id, {
    status: "failed",
    failure: { reason: "no_provider", detail: "" },
  });
  const target = { kind: "campaign", id: campaign.id, name: campaign.name } as const;
  await tx.audit("campaign.failed", target, { after: { reason: "no_provider" } });
  return undefined;
}
