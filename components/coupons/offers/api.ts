import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import { listCodesContract } from "@/lib/contracts/coupons/codes";
import {
  getOfferContract,
  listOffersContract,
  type previewImpactContract,
  type updateOfferContract,
} from "@/lib/contracts/coupons/offers";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

const listPollMillis = 15_000;
const onePollMillis = 5_000;

export type Offer = ResultOf<typeof getOfferContract>;
export type OfferChange = Omit<BodyOf<typeof updateOfferContract>, "version">;
export type Impact = ResultOf<typeof previewImpactContract>;
export type CouponCode = ResultOf<typeof listCodesContract>["data"][number];

export const offersKey = (workspace: string) => ["coupon-offers", workspace] as const;

/** Of all lists: what an offer that is gone takes along is not asked for again. */
export const offerListsKey = (workspace: string) => [...offersKey(workspace), "list"] as const;

export const offersOptions = (workspace: string, query: QueryOf<typeof listOffersContract>) =>
  queryOptions({
    queryKey: [...offerListsKey(workspace), query],
    queryFn: ({ signal }) => callApi(listOffersContract, { workspace, query, signal }),
    refetchInterval: listPollMillis,
    placeholderData: keepPreviousData,
  });

export const offerOptions = (workspace: string, offerId: string) =>
  queryOptions({
    queryKey: [...offersKey(workspace), "one", offerId],
    queryFn: ({ signal }) => callApi(getOfferContract, { workspace, params: { offerId }, signal }),
    refetchInterval: onePollMillis,
  });

export const codesOptions = (workspace: string, offerId: string, query: QueryOf<typeof listCodesContract>) =>
  queryOptions({
    queryKey: [...offersKey(workspace), "codes", offerId, query],
    queryFn: ({ signal }) => callApi(listCodesContract, { workspace, params: { offerId }, query, signal }),
    placeholderData: keepPreviousData,
  });
