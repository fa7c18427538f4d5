import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLive } from "@/lib/browser/realtime/use-live";
import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";
import { type Campaign, type CampaignProgress, campaignOptions, progressOptions } from "../api";

const liveMillis = 1_000;
const calmMillis = 5_000;
const soonMillis = 60_000;

/** Every second while it moves or is about to, seldom while it stands, not at all once it is over. */
function pollEvery(status: CampaignStatus, scheduledAt: Date | null): number | false {
  if (status === "sending") return liveMillis;
  if (status === "paused") return calmMillis;
  if (status !== "scheduled" || !scheduledAt) return false;
  return scheduledAt.getTime() - Date.now() < soonMillis ? liveMillis : calmMillis;
}

/** The campaign and how far it is; what the server says wins over what the page was rendered with. */
export function useLiveCampaign(workspace: string, initial: Campaign) {
  const client = useQueryClient();
  const options = campaignOptions(workspace, initial.id);
  const { data: campaign } = useQuery({ ...useLive(options), initialData: initial });
  const progress = useQuery(
    useLive({
      ...progressOptions(workspace, initial.id),
      refetchInterval: ({ state }: { state: { data: CampaignProgress | undefined } }) =>
        pollEvery(state.data?.status ?? campaign.status, campaign.scheduledAt),
    }),
  );
  const status = progress.data?.status ?? campaign.status;
  useEffect(() => {
    if (status !== campaign.status) void client.invalidateQueries({ queryKey: options.queryKey });
  }, [status, campaign.status, client, options.queryKey]);
  return { campaign, progress: progress.data, status };
}
