import { campaignProgressContract } from "@/lib/contracts/campaigns/campaign-outlook";
import { getCampaignProgress } from "@/lib/domain/campaigns/get-campaign-progress";
import { route } from "@/lib/platform/http/route";

export const GET = route(campaignProgressContract, ({ ctx, params }) => getCampaignProgress(ctx, params));
