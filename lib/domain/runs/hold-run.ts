import { lockCampaign, updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import { type RunRow, updateRunStatus } from "@/db/queries/runs/runs";
import { mayDo } from "@/lib/domain/campaigns/campaign";
import type { Outcome } from "@/lib/domain/providers/outcome";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

/** Pauses a campaign that its provider refuses to send; whoever was not reached stays pending until it is resumed. */
export async function holdRun(
  ctx: WorkspaceContext,
  { run, outcome }: { run: RunRow; outcome: Pick<Outcome, "code" | "detail"> },
): Promise<void> {
  const { campaignId } = run;
  const { code, detail } = outcome;
  if (!campaignId || run.kind !== "campaign") return;
  await ctx.transaction(async (tx) => {
    const campaign = await lockCampaign(tx.scope, campaignId);
    if (!campaign || !mayDo(campaign.status, "pause")) return;
    await updateRunStatus(tx.scope, run.id, ["sending"], "paused");
    await updateCampaignStatus(tx.scope, campaignId, { status: "paused", failure: { reason: code, detail } });
    await tx.audit(
      "campaign.paused",
      { kind: "campaign", id: campaignId, name: campaign.name },
      { after: { reason: code, detail } },
    );
  });
}
