import { deleteCampaign as deleteCampaignRow } from "@/db/queries/campaigns/campaigns";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { refuseDelete } from "../campaign";
import { changeSelectedCampaigns, type SelectedChange, type Selection } from "./change-selected-campaigns";

export function deleteCampaigns(ctx: WorkspaceContext, selection: Selection): Promise<SelectedChange> {
  ctx.require("campaigns.write");
  return changeSelectedCampaigns(ctx, selection, refuseDelete, async (tx, { id, name }) => {
    await deleteCampaignRow(tx.scope, id);
    await tx.audit("campaign.deleted", { kind: "campaign", id, name });
  });
}
