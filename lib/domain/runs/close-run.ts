import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { lockCampaign, updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import { returnUnsentCodes } from "@/db/queries/coupons/allocation/return-codes";
import { addRunToHours } from "@/db/queries/runs/campaign-hours";
import { cancelIdleChunks, finishRun } from "@/db/queries/runs/chunks";
import { releaseUnsentSlots } from "@/db/queries/runs/contact-slots";
import { cancelUncut } from "@/db/queries/runs/freeze-run";
import { findRun } from "@/db/queries/runs/runs";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { mayDo } from "@/lib/domain/campaigns/campaign";
import { waitForNext } from "@/lib/domain/campaigns/timing/wait-for-next";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { givesCodes } from "./sending/give-codes";

/** Ends a run when nothing of it is open any more, once, whoever comes last; its campaign ends with it. */
export async function closeRun(ctx: WorkspaceContext, { runId }: { runId: string }): Promise<void> {
  await ctx.transaction(async (tx) => {
    const run = await findRun(tx.scope, runId);
    if (!run || run.endedAt) return;
    // The campaign first: pause, resume and cancel take the same lock in the same order.
    const campaign = run.campaignId ? await lockCampaign(tx.scope, run.campaignId) : undefined;
    if (run.status === "cancelled") {
      await cancelUncut(tx.scope, runId);
      if (givesCodes(run)) await returnUnsentCodes(tx.scope, runId);
      await cancelIdleChunks(tx.scope, runId);
      if (run.timing && run.timing.caps.length > 0) await releaseUnsentSlots(tx.scope, runId);
    }
    const ended = await finishRun(tx.scope, runId);
    if (!ended) return;
    await addRunToHours(tx.scope, runId);
    if (run.campaignId) await tx.announce("analytics", run.campaignId);
    if (!campaign || run.kind !== "campaign" || !mayDo(campaign.status, "finish")) return;
    await endCampaign(tx, campaign);
  });
}

/** A series waits for its next time; anything else has been sent. */
async function endCampaign(tx: TransactionContext, campaign: CampaignRow): Promise<void> {
  const workspace = await findSendingWorkspace(tx.scope);
  const isWaiting = workspace ? await waitForNext(tx, campaign, workspace, tx.now()) : false;
  if (!isWaiting) await updateCampaignStatus(tx.scope, campaign.id, { status: "sent" });
  await tx.audit("campaign.sent", { kind: "campaign", id: campaign.id, name: campaign.name });
}
