import { pauseCampaignContract } from "@/lib/contracts/campaigns/campaign-acts";
import { pauseCampaign } from "@/lib/domain/campaigns/pause-campaign";
import { route } from "@/lib/platform/http/route";

export const POST = route(pauseCampaignContract, ({ ctx, params }) => pauseCampaign(ctx, params));
