import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { campaignScheduled, campaignUnscheduled } from "@/inngest/events/campaigns";
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

/** Nobody waits for that start any more. */
export async function withdrawStart(tx: TransactionContext, campaign: CampaignRow): Promise<void> {
  const { id: campaignId, version } = campaign;
  await tx.emit({
    id: `campaign-${campaignId}-${version}-withdrawn`,
    name: campaignUnscheduled.name,
    data: { workspaceId: tx.workspaceId, campaignId, version },
  });
}
