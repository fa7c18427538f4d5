import {
  scheduleCampaignContract,
  unscheduleCampaignContract,
} from "@/lib/contracts/campaigns/campaign-acts";
import { scheduleCampaign } from "@/lib/domain/campaigns/schedule-campaign";
import { unscheduleCampaign } from "@/lib/domain/campaigns/unschedule-campaign";
import { route } from "@/lib/platform/http/route";

export const POST = route(scheduleCampaignContract, ({ ctx, params, body }) =>
  scheduleCampaign(ctx, { ...params, ...body }),
);
export const DELETE = route(unscheduleCampaignContract, ({ ctx, params }) => unscheduleCampaign(ctx, params));
