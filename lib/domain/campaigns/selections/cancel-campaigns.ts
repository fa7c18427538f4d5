import { updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { assertCan, refuseCancelUnsent } from "../campaign";
import { changeSelectedCampaigns, type SelectedChange, type Selection } from "./change-selected-campaigns";

/** Of those that wait for their time. What is being sent already is cancelled one by one. */
export function cancelCampaigns(ctx: WorkspaceContext, selection: Selection): Promise<SelectedChange> {
  ctx.require("campaigns.send");
  return changeSelectedCampaigns(
    ctx,
    selection,
    refuseCancelUnsent,
    async (tx, { id, name, status: before }) => {
      const status = assertCan(before, "cancel");
      await updateCampaignStatus(tx.scope, id, { status });
      const change = { before: { status: before }, after: { status } };
      await tx.audit("campaign.cancelled", { kind: "campaign", id, name }, change);
    },
  );
}
