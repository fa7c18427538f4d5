import {
  deleteCampaignContract,
  getCampaignContract,
  updateCampaignContract,
} from "@/lib/contracts/campaigns/campaigns";
import { deleteCampaign } from "@/lib/domain/campaigns/delete-campaign";
import { getCampaign } from "@/lib/domain/campaigns/get-campaign";
import { updateCampaign } from "@/lib/domain/campaigns/update-campaign";
import { route } from "@/lib/platform/http/route";

export const GET = route(getCampaignContract, ({ ctx, params }) => getCampaign(ctx, params));
export const PATCH = route(updateCampaignContract, ({ ctx, params, body }) =>
  updateCampaign(ctx, { ...params, ...body }),
);
export const DELETE = route(deleteCampaignContract, ({ ctx, params }) => deleteCampaign(ctx, params));
