import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { callApi } from "@/lib/browser/api-client";
import { detailOf } from "@/lib/browser/field-errors";
import {
  cancelCampaignsContract,
  deleteCampaignsContract,
} from "@/lib/contracts/campaigns/campaign-selections";
import type { ResultOf } from "@/lib/platform/http/contract";

const contracts = { cancel: cancelCampaignsContract, delete: deleteCampaignsContract } as const;

export type BulkAct = keyof typeof contracts;

export type BulkChange = ResultOf<typeof deleteCampaignsContract>;

/** What the act would do to these campaigns now. */
export const bulkOutlookOptions = (workspace: string, act: BulkAct, campaignIds: string[]) =>
  queryOptions({
    queryKey: ["campaigns", workspace, "bulk", act, campaignIds],
    queryFn: ({ signal }) =>
      callApi(contracts[act], { workspace, body: { campaignIds, dryRun: true }, signal }),
    staleTime: 0,
    gcTime: 0,
  });

export function useBulkChange(workspace: string, act: BulkAct) {
  const t = useTranslations("campaigns.bulk");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (campaignIds: string[]) => callApi(contracts[act], { workspace, body: { campaignIds } }),
    onSuccess: ({ changed, leftOut }) => {
      const description = leftOut.length > 0 ? { description: t("left", { count: leftOut.length }) } : {};
      toast.success(t(`${act}.done`, { count: changed.length }), description);
    },
    onError: (error) => {
      const description = detailOf(error);
      toast.error(t("failed"), description ? { description } : {});
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["campaigns", workspace] }),
  });
}
