import { forecastCampaignContract } from "@/lib/contracts/campaigns/campaign-outlook";
import { forecastCampaign } from "@/lib/domain/campaigns/forecast-campaign";
import { route } from "@/lib/platform/http/route";

export const GET = route(forecastCampaignContract, ({ ctx, params }) => forecastCampaign(ctx, params));
