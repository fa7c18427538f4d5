import { resumeCampaignContract } from "@/lib/contracts/campaigns/campaign-acts";
import { resumeCampaign } from "@/lib/domain/campaigns/resume-campaign";
import { route } from "@/lib/platform/http/route";

export const POST = route(resumeCampaignContract, ({ ctx, params }) => resumeCampaign(ctx, params));
