import { testCampaignAtAddressContract } from "@/lib/contracts/campaigns/campaign-acts";
import { testCampaignAtAddress } from "@/lib/domain/campaigns/tests/test-campaign-at-address";
import { route } from "@/lib/platform/http/route";

export const POST = route(testCampaignAtAddressContract, ({ ctx, params, body }) =>
  testCampaignAtAddress(ctx, { ...params, ...body }),
);
