import { lockCampaign, updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import { findActiveProvider } from "@/db/queries/providers/find-provider";
import { insertRun } from "@/db/queries/runs/runs";
import { trackingDefaults } from "@/lib/domain/events/tracking/tracking";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { mayDo } from "./campaign";

type Input = { campaignId: string; version: number };

/**
 * Opens the run of a scheduled campaign and freezes what it says. Undefined when the schedule that woke us is no
 * longer the campaign's. Called again it gives the run that it opened.
 */
export async function startRun(
  ctx: WorkspaceContext,
  { campaignId, version }: Input,
): Promise<string | undefined> {
  ctx.require("campaigns.send");
  return ctx.transaction(async (tx) => {
    const campaign = await lockCampaign(tx.scope, campaignId);
    if (!campaign) return undefined;
    if (campaign.status === "sending" && campaign.version === version + 1) return campaign.runId ?? undefined;
    if (campaign.version !== version || !mayDo(campaign.status, "start")) return undefined;
    const provider = await findActiveProvider(tx.scope, campaign.channel);
    if (!provider) {
      await updateCampaignStatus(tx.scope, campaignId, {
        status: "failed",
        failure: { reason: "no_provider", detail: "" },
      });
      await tx.audit(
        "campaign.failed",
        { kind: "campaign", id: campaignId, name: campaign.name },
        { after: { reason: "no_provider" } },
      );
      return undefined;
    }
    const runId = newId();
    const sendAt = campaign.scheduledAt ?? ctx.now();
    const { channel, category, contents, audience, ttlSeconds, priority } = campaign;
    await insertRun(tx.scope, {
      id: runId,
      campaignId,
      kind: "campaign",
      status: "freezing",
      providerId: provider.id,
      sendAt,
      expiresAt: ttlSeconds === null ? null : new Date(sendAt.getTime() + ttlSeconds * 1_000),
      audienceCount: 0,
      channel,
      category,
      contents,
      audience,
      ttlSeconds,
      priority,
      tracking: campaign.tracking ?? trackingDefaults(channel),
    });
    await updateCampaignStatus(tx.scope, campaignId, { status: "sending", runId });
    await tx.audit("campaign.started", { kind: "campaign", id: campaignId, name: campaign.name });
    return runId;
  });
}
