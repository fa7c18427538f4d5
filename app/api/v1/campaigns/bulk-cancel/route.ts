import { cancelCampaignsContract } from "@/lib/contracts/campaigns/campaign-selections";
import { cancelCampaigns } from "@/lib/domain/campaigns/selections/cancel-campaigns";
import { route } from "@/lib/platform/http/route";

export const POST = route(cancelCampaignsContract, ({ ctx, body }) => cancelCampaigns(ctx, body));
