import { cursorOf } from "@/db/keyset";
import {
  type CampaignListFilter,
  campaignOrders,
  campaignSorts,
  countCampaigns,
  listCampaigns as listCampaignRows,
} from "@/db/queries/campaigns/list-campaigns";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import { statusAliases } from "../campaign";
import { type Campaign, toCampaign } from "../get-campaign";

type Input = ListInput & CampaignListFilter & { search?: string | undefined; sort?: string | undefined };

export async function listCampaigns(ctx: WorkspaceContext, input: Input): Promise<Page<Campaign>> {
  ctx.require("campaigns.read");
  const order = campaignOrders[parseSort(input.sort, campaignSorts)];
  const page = parsePage(input, order.keys.length);
  const filter = {
    q: input.q ?? input.search,
    status: input.status?.map((word) => statusAliases[word] ?? word),
    channelType: input.channelType,
  };
  const [rows, total] = await Promise.all([
    listCampaignRows(ctx.scope, filter, order, page),
    countCampaigns(ctx.scope, filter),
  ]);
  const result = toPage(rows, page.limit, (row) => cursorOf(order, row), total);
  return { ...result, data: result.data.map(toCampaign) };
}
