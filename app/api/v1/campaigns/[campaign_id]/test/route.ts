import { testCampaignContract } from "@/lib/contracts/campaigns/campaign-acts";
import { testCampaign } from "@/lib/domain/campaigns/tests/test-campaign";
import { route } from "@/lib/platform/http/route";

export const POST = route(testCampaignContract, ({ ctx, params, body }) =>
  testCampaign(ctx, { ...params, ...body }),
);
