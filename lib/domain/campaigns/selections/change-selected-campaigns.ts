import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { lockCampaigns } from "@/db/queries/campaigns/campaigns";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { CampaignStatus } from "../campaign";
import type { LeftOutReason } from "./left-out";

export type Selection = { campaignIds: string[]; dryRun?: boolean | undefined };

type LeftOut = { id: string; name: string | null; status: CampaignStatus | null; reason: LeftOutReason };

export type SelectedChange = { changed: { id: string; name: string }[]; leftOut: LeftOut[] };

/**
 * Everything that may be changed, in one transaction with an audit entry each: a failure changes nothing. The others
 * are left out, each with its reason.
 */
export async function changeSelectedCampaigns(
  ctx: WorkspaceContext,
  { campaignIds, dryRun = false }: Selection,
  refuse: (campaign: CampaignRow) => Exclude<LeftOutReason, "not_found"> | undefined,
  write: (tx: TransactionContext, campaign: CampaignRow) => Promise<void>,
): Promise<SelectedChange> {
  const asked = [...new Set(campaignIds)];
  return ctx.transaction(async (tx) => {
    const rows = await lockCampaigns(tx.scope, asked);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const result: SelectedChange = { changed: [], leftOut: [] };
    for (const id of asked) {
      const campaign = byId.get(id);
      const reason = campaign ? refuse(campaign) : "not_found";
      if (campaign && !reason) {
        if (!dryRun) await write(tx, campaign);
        result.changed.push({ id, name: campaign.name });
      } else {
        const { name = null, status = null } = campaign ?? {};
        result.leftOut.push({ id, name, status, reason: reason ?? "not_found" });
      }
    }
    return result;
  });
}
