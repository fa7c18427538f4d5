import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import {
  getCouponIncrementalContract,
  getCouponPerformanceContract,
  requestCouponPerformanceContract,
} from "@/lib/contracts/coupons/performance";
import type { QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type CouponPerformance = ResultOf<typeof getCouponPerformanceContract>;
export type CouponFigures = CouponPerformance["current"];
export type CouponGroup = CouponPerformance["groups"][number];

/** They are computed once a minute. */
const everyMillis = 30_000;

const performanceKey = (workspace: string) => ["coupon-performance", workspace] as const;

/** What an offer, a batch or a campaign brought. */
export const couponPerformanceOptions = (
  workspace: string,
  query: QueryOf<typeof getCouponPerformanceContract>,
) =>
  queryOptions({
    queryKey: [...performanceKey(workspace), query],
    queryFn: ({ signal }) => callApi(getCouponPerformanceContract, { workspace, query, signal }),
    refetchInterval: everyMillis,
    placeholderData: keepPreviousData,
  });

export type CouponIncremental = ResultOf<typeof getCouponIncrementalContract>;

export const couponIncrementalOptions = (workspace: string, campaignId: string) =>
  queryOptions({
    queryKey: [...performanceKey(workspace), "incremental", campaignId],
    queryFn: ({ signal }) =>
      callApi(getCouponIncrementalContract, { workspace, query: { campaignId }, signal }),
  });

export function useRecompute(workspace: string) {
  const t = useTranslations("coupon-performance");
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi(requestCouponPerformanceContract, { workspace, body: {} }),
    onSuccess: () => toast.success(t("recomputing")),
    onError: (error) => toastRefusal(t("recomputeFailed"), error),
    onSettled: () => client.invalidateQueries({ queryKey: performanceKey(workspace) }),
  });
}
