import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import {
  campaignProgressContract,
  forecastCampaignContract,
} from "@/lib/contracts/campaigns/campaign-outlook";
import {
  countCampaignsContract,
  getCampaignContract,
  listCampaignsContract,
  type updateCampaignContract,
} from "@/lib/contracts/campaigns/campaigns";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Campaign = ResultOf<typeof getCampaignContract>;
export type CampaignQuery = QueryOf<typeof listCampaignsContract>;
export type CampaignChange = BodyOf<typeof updateCampaignContract>;
export type CampaignProgress = ResultOf<typeof campaignProgressContract>;
export type CampaignForecast = ResultOf<typeof forecastCampaignContract>;

export const campaignsOptions = (workspace: string, query: CampaignQuery) =>
  queryOptions({
    queryKey: ["campaigns", workspace, "list", query],
    queryFn: ({ signal }) => callApi(listCampaignsContract, { workspace, query, signal }),
    placeholderData: keepPreviousData,
  });

export const campaignCountsOptions = (workspace: string, query: QueryOf<typeof countCampaignsContract>) =>
  queryOptions({
    queryKey: ["campaigns", workspace, "count", query],
    queryFn: ({ signal }) => callApi(countCampaignsContract, { workspace, query, signal }),
    placeholderData: keepPreviousData,
  });

export const campaignOptions = (workspace: string, campaignId: string) =>
  queryOptions({
    queryKey: ["campaigns", workspace, "one", campaignId],
    queryFn: ({ signal }) => callApi(getCampaignContract, { workspace, params: { campaignId }, signal }),
  });

export const progressOptions = (workspace: string, campaignId: string) =>
  queryOptions({
    queryKey: ["campaigns", workspace, "progress", campaignId],
    queryFn: ({ signal }) => callApi(campaignProgressContract, { workspace, params: { campaignId }, signal }),
  });

/** What would happen if the stored draft of this version were sent now. */
export const forecastOptions = (workspace: string, campaignId: string, version: number) =>
  queryOptions({
    queryKey: ["campaigns", workspace, "forecast", campaignId, version],
    queryFn: ({ signal }) => callApi(forecastCampaignContract, { workspace, params: { campaignId }, signal }),
    placeholderData: keepPreviousData,
  });
