import { lockCampaign, updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import { addRunToHours } from "@/db/queries/runs/campaign-hours";
import { cancelIdleChunks, finishRun } from "@/db/queries/runs/chunks";
import { cancelUncut } from "@/db/queries/runs/freeze-run";
import { findRun } from "@/db/queries/runs/runs";
import { mayDo } from "@/lib/domain/campaigns/campaign";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

/** Ends a run when nothing of it is open any more, once, whoever comes last; its campaign ends with it. */
export async function closeRun(ctx: WorkspaceContext, { runId }: { runId: string }): Promise<void> {
  await ctx.transaction(async (tx) => {
    const run = await findRun(tx.scope, runId);
    if (!run || run.endedAt) return;
    // The campaign first: pause, resume and cancel take the same lock in the same order.
    const campaign = run.campaignId ? await lockCampaign(tx.scope, run.campaignId) : undefined;
    if (run.status === "cancelled") {
      await cancelUncut(tx.scope, runId);
      await cancelIdleChunks(tx.scope, runId);
    }
    const ended = await finishRun(tx.scope, runId);
    if (!ended) return;
    await addRunToHours(tx.scope, runId);
    if (run.campaignId) await tx.announce("analytics", run.campaignId);
    if (!campaign || run.kind !== "campaign" || !mayDo(campaign.status, "finish")) return;
    await updateCampaignStatus(tx.scope, campaign.id, { status: "sent" });
    await tx.audit("campaign.sent", { kind: "campaign", id: campaign.id, name: campaign.name });
  });
}
