import { cancelCampaignContract } from "@/lib/contracts/campaigns/campaign-acts";
import { cancelCampaign } from "@/lib/domain/campaigns/cancel-campaign";
import { route } from "@/lib/platform/http/route";

export const POST = route(cancelCampaignContract, ({ ctx, params }) => cancelCampaign(ctx, params));
