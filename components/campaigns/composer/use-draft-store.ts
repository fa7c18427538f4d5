import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { ApiError, callApi } from "@/lib/browser/api-client";
import { updateCampaignContract } from "@/lib/contracts/campaigns/campaigns";
import { type Campaign, campaignOptions, campaignsKey } from "../api";
import { DraftStore } from "./draft-store";

const isConflict = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.reason === "stale_version";

/** The open draft and its store; what is unsaved is stored when the page is left inside the product. */
export function useDraftStore(workspace: string, campaign: Campaign, language: string) {
  const client = useQueryClient();
  const [store] = useState(
    () =>
      new DraftStore({
        campaign,
        language,
        isConflict,
        save: (body) =>
          callApi(updateCampaignContract, { workspace, params: { campaignId: campaign.id }, body }),
      }),
  );
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);
  useEffect(
    () => () => {
      void store.flush().then(() => {
        client.removeQueries({ queryKey: campaignOptions(workspace, campaign.id).queryKey });
        return client.invalidateQueries({ queryKey: campaignsKey(workspace) });
      });
    },
    [store, client, workspace, campaign.id],
  );
  return { ...state, change: store.change, flush: store.flush, resolve: store.resolve };
}

export type OpenDraft = ReturnType<typeof useDraftStore>;
