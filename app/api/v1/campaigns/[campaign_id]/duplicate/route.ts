import { duplicateCampaignContract } from "@/lib/contracts/campaigns/campaign-acts";
import { duplicateCampaign } from "@/lib/domain/campaigns/duplicate-campaign";
import { route } from "@/lib/platform/http/route";

export const POST = route(duplicateCampaignContract, ({ ctx, params }) => duplicateCampaign(ctx, params));
