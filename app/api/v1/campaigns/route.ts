import { createCampaignContract, listCampaignsContract } from "@/lib/contracts/campaigns/campaigns";
import { documentExchange } from "@/lib/contracts/campaigns/document-exchange";
import { toWireId } from "@/lib/contracts/wire/ids";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { createFromDocument } from "@/lib/domain/campaigns/document/create-from-document";
import { listCampaigns } from "@/lib/domain/campaigns/lists/list-campaigns";
import { negotiate } from "@/lib/platform/http/door/negotiate";
import { translateWarnings } from "@/lib/platform/http/language/problem-language";
import { route } from "@/lib/platform/http/route";

export const GET = route(listCampaignsContract, ({ ctx, query }) => listCampaigns(ctx, query));

const create = route(createCampaignContract, async ({ ctx, body, request }) =>
  translateWarnings(await createCampaign(ctx, body), request),
);

const createOfDocument = route(documentExchange.create, async ({ ctx, body, headers, request }) => {
  const made = await createFromDocument(ctx, body);
  const { id, automationId } = made;
  const place =
    automationId === null
      ? `campaigns/${toWireId("campaign", id)}`
      : `automations/${toWireId("automation", automationId)}`;
  headers.set("location", `/api/v1/${place}`);
  return translateWarnings(made, request);
});

export const POST = negotiate(create, createOfDocument);
