import { countCampaignsContract } from "@/lib/contracts/campaigns/campaigns";
import { countCampaigns } from "@/lib/domain/campaigns/lists/count-campaigns";
import { route } from "@/lib/platform/http/route";

export const GET = route(countCampaignsContract, ({ ctx, query }) => countCampaigns(ctx, query));
