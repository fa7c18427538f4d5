import { updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import { campaignScheduled } from "@/inngest/events/campaigns";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { assertSendable } from "./assert-sendable";
import { undoSecondsDefault } from "./campaign";
import { assertNotPast } from "./campaign-input";
import { changeCampaign } from "./change-campaign";
import type { Campaign } from "./get-campaign";

type Input = { campaignId: string; scheduledAt?: Date | undefined; undoSeconds?: number | undefined };

/** Gives a campaign its time: the given one, or now after the undo window (none for API keys). */
export async function scheduleCampaign(
  ctx: WorkspaceContext,
  { campaignId, scheduledAt, undoSeconds }: Input,
): Promise<Campaign> {
  const now = ctx.now();
  if (scheduledAt) assertNotPast(scheduledAt, now);
  const undo = undoSeconds ?? (ctx.actor.kind === "user" ? undoSecondsDefault : 0);
  const change = { campaignId, action: "schedule", auditAs: "campaign.scheduled" } as const;
  return changeCampaign(ctx, change, async (tx, campaign, status) => {
    await assertSendable(tx, campaign);
    const sendAt = scheduledAt ?? new Date(now.getTime() + undo * 1_000);
    const scheduled = await updateCampaignStatus(tx.scope, campaignId, {
      status,
      scheduleType: scheduledAt ? "scheduled" : "send_now",
      scheduledAt: sendAt,
    });
    const data = { workspaceId: ctx.workspaceId, campaignId, version: scheduled.version };
    await tx.emit({
      id: `campaign-${campaignId}-${scheduled.version}`,
      name: campaignScheduled.name,
      data,
      ts: sendAt,
    });
  });
}
