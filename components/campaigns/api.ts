import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import {
  campaignProgressContract,
  forecastCampaignContract,
} from "@/lib/contracts/campaigns/campaign-outlook";
import { listCampaignRunsContract } from "@/lib/contracts/campaigns/campaign-runs";
import {
  cancelCampaignsContract,
  deleteCampaignsContract,
} from "@/lib/contracts/campaigns/campaign-selections";
import { explainTimeContract, lostToContract } from "@/lib/contracts/campaigns/campaign-timing";
import {
  countCampaignsContract,
  getCampaignContract,
  listCampaignsContract,
  type updateCampaignContract,
} from "@/lib/contracts/campaigns/campaigns";
import { topicOfOne } from "@/lib/contracts/realtime";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

const listPollMillis = 15_000;
const runsPageSize = 10;

export type Campaign = ResultOf<typeof getCampaignContract>;
export type CampaignQuery = QueryOf<typeof listCampaignsContract>;
export type CampaignChange = BodyOf<typeof updateCampaignContract>;
export type CampaignProgress = ResultOf<typeof campaignProgressContract>;
export type CampaignRun = ResultOf<typeof listCampaignRunsContract>["data"][number];
export type CampaignForecast = ResultOf<typeof forecastCampaignContract>;
export type ExplainedTime = ResultOf<typeof explainTimeContract>;
export type LostTo = ResultOf<typeof lostToContract>["data"][number];

export const campaignsKey = (workspace: string) => ["campaigns", workspace] as const;

export const campaignsOptions = (workspace: string, query: CampaignQuery) =>
  hearing(
    ["campaigns", "analytics"],
    queryOptions({
      queryKey: [...campaignsKey(workspace), "list", query],
      queryFn: ({ signal }) => callApi(listCampaignsContract, { workspace, query, signal }),
      refetchInterval: listPollMillis,
      placeholderData: keepPreviousData,
    }),
  );

export const campaignCountsOptions = (workspace: string, query: QueryOf<typeof countCampaignsContract>) =>
  hearing(
    ["campaigns"],
    queryOptions({
      queryKey: [...campaignsKey(workspace), "count", query],
      queryFn: ({ signal }) => callApi(countCampaignsContract, { workspace, query, signal }),
      placeholderData: keepPreviousData,
    }),
  );

export const campaignOptions = (workspace: string, campaignId: string) =>
  hearing(
    [topicOfOne("campaigns", campaignId)],
    queryOptions({
      queryKey: [...campaignsKey(workspace), "one", campaignId],
      queryFn: ({ signal }) => callApi(getCampaignContract, { workspace, params: { campaignId }, signal }),
    }),
  );

export const progressOptions = (workspace: string, campaignId: string) =>
  hearing(
    [topicOfOne("campaigns", campaignId), topicOfOne("analytics", campaignId)],
    queryOptions({
      queryKey: [...campaignsKey(workspace), "progress", campaignId],
      queryFn: ({ signal }) =>
        callApi(campaignProgressContract, { workspace, params: { campaignId }, signal }),
    }),
  );

/** Asked anew as another run opens. */
export const runsOptions = (workspace: string, campaignId: string, runId: string | null) =>
  infiniteQueryOptions({
    queryKey: [...campaignsKey(workspace), "runs", campaignId, runId],
    queryFn: ({ signal, pageParam }) =>
      callApi(listCampaignRunsContract, {
        workspace,
        params: { campaignId },
        query: { limit: runsPageSize, ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const forecastsKey = (workspace: string) => [...campaignsKey(workspace), "forecast"] as const;

/** What would happen if the stored draft of this version were sent now. */
export const forecastOptions = (workspace: string, campaignId: string, version: number) =>
  queryOptions({
    queryKey: [...forecastsKey(workspace), campaignId, version],
    queryFn: ({ signal }) => callApi(forecastCampaignContract, { workspace, params: { campaignId }, signal }),
    placeholderData: keepPreviousData,
  });

/** When a person would get the stored draft of this version. */
export const explainTimeOptions = (
  workspace: string,
  params: { campaignId: string; contactId: string },
  version: number,
) =>
  queryOptions({
    queryKey: [...forecastsKey(workspace), "time", params, version],
    queryFn: ({ signal }) => callApi(explainTimeContract, { workspace, params, signal }),
  });

export const lostToOptions = (workspace: string, campaignId: string) =>
  hearing(
    [topicOfOne("analytics", campaignId)],
    queryOptions({
      queryKey: [...campaignsKey(workspace), "lost-to", campaignId],
      queryFn: ({ signal }) => callApi(lostToContract, { workspace, params: { campaignId }, signal }),
    }),
  );

export const bulkContracts = { cancel: cancelCampaignsContract, delete: deleteCampaignsContract } as const;

export type BulkAct = keyof typeof bulkContracts;

/** What the act would do to these campaigns now. */
export const bulkOutlookOptions = (workspace: string, act: BulkAct, campaignIds: string[]) =>
  queryOptions({
    queryKey: [...campaignsKey(workspace), "bulk", act, campaignIds],
    queryFn: ({ signal }) =>
      callApi(bulkContracts[act], { workspace, body: { campaignIds, dryRun: true }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
