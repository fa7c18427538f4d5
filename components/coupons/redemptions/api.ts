import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { jobsKey } from "@/components/jobs/api";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import { getInvariantsContract } from "@/lib/contracts/coupons/invariants";
import {
  exportRedemptionsContract,
  getRedemptionContract,
  listCouponRefusalsContract,
  listRedemptionsContract,
} from "@/lib/contracts/coupons/ledger";
import { getContactCouponsContract, listMembershipsContract } from "@/lib/contracts/coupons/memberships";
import { rollBackRedemptionContract, validateCodeContract } from "@/lib/contracts/coupons/redeeming";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Redemption = ResultOf<typeof listRedemptionsContract>["data"][number];
export type RedemptionDetail = ResultOf<typeof getRedemptionContract>;
export type Refusal = ResultOf<typeof listCouponRefusalsContract>["data"][number];
export type Membership = ResultOf<typeof listMembershipsContract>["data"][number];
export type Invariants = ResultOf<typeof getInvariantsContract>;
export type Validation = ResultOf<typeof validateCodeContract>;
export type ContactCoupons = ResultOf<typeof getContactCouponsContract>;

/** While nothing can be heard. */
const tailMillis = 4_000;

/** News comes every second; who reads a list of people is helped by no more than this. */
export const signalPauseMillis = 3_000;

/** Of a list that shows the newest row and that nobody holds still. */
const topicsOf = (isLive: boolean) => (isLive ? ["coupons"] : []);

const key = (workspace: string) => ["redemptions", workspace] as const;

export const redemptionsOptions = (
  workspace: string,
  query: QueryOf<typeof listRedemptionsContract>,
  isLive = false,
) =>
  hearing(
    topicsOf(isLive),
    queryOptions({
      queryKey: [...key(workspace), "list", query],
      queryFn: ({ signal }) => callApi(listRedemptionsContract, { workspace, query, signal }),
      placeholderData: keepPreviousData,
      refetchInterval: isLive ? tailMillis : false,
    }),
  );

export const redemptionOptions = (workspace: string, redemptionId: string) =>
  queryOptions({
    queryKey: [...key(workspace), "one", redemptionId],
    queryFn: ({ signal }) => callApi(getRedemptionContract, { workspace, params: { redemptionId }, signal }),
  });

export const refusalsOptions = (
  workspace: string,
  query: QueryOf<typeof listCouponRefusalsContract>,
  isLive: boolean,
) =>
  hearing(
    topicsOf(isLive),
    queryOptions({
      queryKey: [...key(workspace), "refusals", query],
      queryFn: ({ signal }) => callApi(listCouponRefusalsContract, { workspace, query, signal }),
      placeholderData: keepPreviousData,
      refetchInterval: isLive ? tailMillis : false,
    }),
  );

export const membershipsOptions = (workspace: string, query: QueryOf<typeof listMembershipsContract>) =>
  queryOptions({
    queryKey: [...key(workspace), "memberships", query],
    queryFn: ({ signal }) => callApi(listMembershipsContract, { workspace, query, signal }),
    placeholderData: keepPreviousData,
  });

export const invariantsOptions = (workspace: string) =>
  queryOptions({
    queryKey: [...key(workspace), "invariants"],
    queryFn: ({ signal }) => callApi(getInvariantsContract, { workspace, signal }),
  });

export const contactCouponsOptions = (workspace: string, contactId: string) =>
  queryOptions({
    queryKey: [...key(workspace), "contact", contactId],
    queryFn: ({ signal }) => callApi(getContactCouponsContract, { workspace, params: { contactId }, signal }),
  });

export function useRollBack(workspace: string) {
  const t = useTranslations("redemptions.rollBack");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof rollBackRedemptionContract>) =>
      callApi(rollBackRedemptionContract, { workspace, body }),
    onSuccess: () => {
      toast.success(t("done"));
      return client.invalidateQueries({ queryKey: key(workspace) });
    },
    onError: (error) => toastRefusal(t("failed"), error),
  });
}

export function useExportRedemptions(workspace: string) {
  const t = useTranslations("redemptions.export");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof exportRedemptionsContract>) =>
      callApi(exportRedemptionsContract, { workspace, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: jobsKey(workspace) }),
    onError: (error) => toastRefusal(t("failed"), error),
  });
}

export function useValidateCode(workspace: string) {
  const t = useTranslations("redemptions.test");
  return useMutation({
    mutationFn: (body: BodyOf<typeof validateCodeContract>) =>
      callApi(validateCodeContract, { workspace, body }),
    onError: (error) => toastRefusal(t("failed"), error),
  });
}
