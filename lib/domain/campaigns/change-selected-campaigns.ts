import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import {
  deleteCampaign as deleteCampaignRow,
  lockCampaigns,
  updateCampaignStatus,
} from "@/db/queries/campaigns/campaigns";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { assertCan, type CampaignStatus, refuseCancelUnsent, refuseDelete } from "./campaign";
import type { LeftOutReason } from "./left-out";

type Selection = { campaignIds: string[]; dryRun?: boolean | undefined };

type LeftOut = { id: string; name: string | null; status: CampaignStatus | null; reason: LeftOutReason };

export type SelectedChange = { changed: { id: string; name: string }[]; leftOut: LeftOut[] };

export function deleteCampaigns(ctx: WorkspaceContext, selection: Selection): Promise<SelectedChange> {
  ctx.require("campaigns.write");
  return changeSelected(ctx, selection, refuseDelete, async (tx, { id, name }) => {
    await deleteCampaignRow(tx.scope, id);
    await tx.audit("campaign.deleted", { kind: "campaign", id, name });
  });
}

/** Of those that wait for their time. What is being sent already is cancelled one by one. */
export function cancelCampaigns(ctx: WorkspaceContext, selection: Selection): Promise<SelectedChange> {
  ctx.require("campaigns.send");
  return changeSelected(ctx, selection, refuseCancelUnsent, async (tx, { id, name, status: before }) => {
    const status = assertCan(before, "cancel");
    await updateCampaignStatus(tx.scope, id, { status });
    const change = { before: { status: before }, after: { status } };
    await tx.audit("campaign.cancelled", { kind: "campaign", id, name }, change);
  });
}

/**
 * Everything that may be changed, in one transaction with an audit entry each: a failure changes nothing. The others
 * are left out, each with its reason.
 */
async function changeSelected(
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
