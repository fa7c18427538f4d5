import { listCampaignRunsContract } from "@/lib/contracts/campaigns/campaign-runs";
import { listCampaignRuns } from "@/lib/domain/campaigns/lists/list-campaign-runs";
import { route } from "@/lib/platform/http/route";

export const GET = route(listCampaignRunsContract, ({ ctx, params, query }) =>
  listCampaignRuns(ctx, { ...params, ...query }),
);
