import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import type { deleteCampaignsContract } from "@/lib/contracts/campaigns/campaign-selections";
import type { ResultOf } from "@/lib/platform/http/contract";
import { type BulkAct, bulkContracts, campaignsKey } from "../api";

export type BulkChange = ResultOf<typeof deleteCampaignsContract>;

export function useBulkChange(workspace: string, act: BulkAct) {
  const t = useTranslations("campaigns.bulk");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (campaignIds: string[]) => callApi(bulkContracts[act], { workspace, body: { campaignIds } }),
    onSuccess: ({ changed, leftOut }) => {
      const description = leftOut.length > 0 ? { description: t("left", { count: leftOut.length }) } : {};
      toast.success(t(`${act}.done`, { count: changed.length }), description);
    },
    onError: (error) => toastRefusal(t("failed"), error),
    onSettled: () => client.invalidateQueries({ queryKey: campaignsKey(workspace) }),
  });
}
