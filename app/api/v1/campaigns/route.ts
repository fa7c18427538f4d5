import { createCampaignContract, listCampaignsContract } from "@/lib/contracts/campaigns/campaigns";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { listCampaigns } from "@/lib/domain/campaigns/lists/list-campaigns";
import { route } from "@/lib/platform/http/route";

export const GET = route(listCampaignsContract, ({ ctx, query }) => listCampaigns(ctx, query));
export const POST = route(createCampaignContract, ({ ctx, body }) => createCampaign(ctx, body));
