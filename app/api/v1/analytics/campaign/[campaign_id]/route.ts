import { getCampaignAnalyticsContract } from "@/lib/contracts/analytics";
import { getCampaignAnalytics } from "@/lib/domain/analytics/get-campaign-analytics";
import { route } from "@/lib/platform/http/route";

export const GET = route(getCampaignAnalyticsContract, ({ ctx, params }) =>
  getCampaignAnalytics(ctx, params),
);
