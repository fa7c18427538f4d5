import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { campaignScheduled } from "@/inngest/events/campaigns";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";

/** Wakes the workflow when the campaign's next run is to open; one for another version of it does nothing. */
export async function announceStart(tx: TransactionContext, campaign: CampaignRow): Promise<void> {
  const { id: campaignId, version, startsAt } = campaign;
  await tx.emit({
    id: `campaign-${campaignId}-${version}`,
    name: campaignScheduled.name,
    data: { workspaceId: tx.workspaceId, campaignId, version },
    ...(startsAt ? { ts: startsAt } : {}),
  });
}
