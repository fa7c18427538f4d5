import {
  deleteCampaignContract,
  getCampaignContract,
  updateCampaignContract,
} from "@/lib/contracts/campaigns/campaigns";
import { documentExchange } from "@/lib/contracts/campaigns/document-exchange";
import { deleteCampaign } from "@/lib/domain/campaigns/delete-campaign";
import { getDocument } from "@/lib/domain/campaigns/document/get-document";
import { getCampaign } from "@/lib/domain/campaigns/get-campaign";
import { updateCampaign } from "@/lib/domain/campaigns/update-campaign";
import { negotiate } from "@/lib/platform/http/door/negotiate";
import { translateWarnings } from "@/lib/platform/http/language/problem-language";
import { route } from "@/lib/platform/http/route";

export const GET = negotiate(
  route(getCampaignContract, ({ ctx, params }) => getCampaign(ctx, params)),
  route(documentExchange.get, ({ ctx, params }) => getDocument(ctx, params)),
);
export const PATCH = route(updateCampaignContract, async ({ ctx, params, body, request }) =>
  translateWarnings(await updateCampaign(ctx, { ...params, ...body }), request),
);
export const DELETE = route(deleteCampaignContract, ({ ctx, params }) => deleteCampaign(ctx, params));
