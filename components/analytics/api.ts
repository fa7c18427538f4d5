import { queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import { getCampaignAnalyticsContract } from "@/lib/contracts/analytics";
import { topicOfOne } from "@/lib/contracts/realtime";
import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";
import type { ResultOf } from "@/lib/platform/http/contract";

type Reported = { id: string; status: CampaignStatus; endedAt: Date | null };

const movingMillis = 3_000;
const endedMillis = 30_000;

/** Receipts follow the last message for a while; later ones are heard of, or read at the next visit. */
const receiptsAwaitedMillis = 10 * 60_000;

function pollEvery({ status, endedAt }: Reported): number | false {
  if (status === "sending" || status === "paused") return movingMillis;
  return endedAt && Date.now() - endedAt.getTime() < receiptsAwaitedMillis ? endedMillis : false;
}

/** The figures of a campaign's report. */
export type CampaignAnalytics = ResultOf<typeof getCampaignAnalyticsContract>;

export const campaignAnalyticsOptions = (workspace: string, campaign: Reported) =>
  hearing(
    [topicOfOne("campaigns", campaign.id), topicOfOne("analytics", campaign.id)],
    queryOptions({
      queryKey: ["analytics", workspace, "campaign", campaign.id],
      queryFn: ({ signal }) =>
        callApi(getCampaignAnalyticsContract, { workspace, params: { campaignId: campaign.id }, signal }),
      refetchInterval: () => pollEvery(campaign),
    }),
  );
