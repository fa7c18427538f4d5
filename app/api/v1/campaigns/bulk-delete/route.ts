import { deleteCampaignsContract } from "@/lib/contracts/campaigns/campaign-selections";
import { deleteCampaigns } from "@/lib/domain/campaigns/selections/delete-campaigns";
import { route } from "@/lib/platform/http/route";

export const POST = route(deleteCampaignsContract, ({ ctx, body }) => deleteCampaigns(ctx, body));
