import { useQueryClient } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import { useDraft } from "@/lib/browser/draft/use-draft";
import { updateCampaignContract } from "@/lib/contracts/campaigns/campaigns";
import { type Campaign, type CampaignChange, campaignOptions, campaignsKey } from "../api";
import { changesBetween, draftOf, savedAfter } from "./campaign-draft";

/** The open draft of a campaign. */
export function useDraftStore(workspace: string, campaign: Campaign, language: string) {
  const client = useQueryClient();
  return useDraft({
    stored: campaign,
    draftOf: (stored: Campaign) => draftOf(stored, language),
    changesBetween,
    savedAfter,
    save: (body: CampaignChange) =>
      callApi(updateCampaignContract, { workspace, params: { campaignId: campaign.id }, body }),
    onLeft: () => {
      client.removeQueries({ queryKey: campaignOptions(workspace, campaign.id).queryKey });
      return client.invalidateQueries({ queryKey: campaignsKey(workspace) });
    },
  });
}

export type OpenDraft = ReturnType<typeof useDraftStore>;
