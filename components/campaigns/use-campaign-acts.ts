import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import {
  cancelCampaignContract,
  duplicateCampaignContract,
  pauseCampaignContract,
  resumeCampaignContract,
  unscheduleCampaignContract,
} from "@/lib/contracts/campaigns/campaign-acts";
import { deleteCampaignContract } from "@/lib/contracts/campaigns/campaigns";
import { type Campaign, campaignsKey } from "./api";
import { campaignEditHref } from "./campaign-href";

const changes = {
  pause: pauseCampaignContract,
  resume: resumeCampaignContract,
  cancel: cancelCampaignContract,
  unschedule: unscheduleCampaignContract,
} as const;

type Change = { act: keyof typeof changes; campaign: Pick<Campaign, "id" | "name"> };

/** The acts on a campaign as a whole, each with its message. */
export function useCampaignActs(workspace: string) {
  const t = useTranslations("campaigns");
  const router = useRouter();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: campaignsKey(workspace) });
  const onError = (error: unknown) => {
    toastRefusal(t("acts.failed"), error);
    return refresh();
  };
  const change = useMutation({
    mutationFn: ({ act, campaign }: Change) =>
      callApi(changes[act], { workspace, params: { campaignId: campaign.id } }),
    onSuccess: (campaign, { act }) => {
      toast.success(t(`acts.done.${act}`, { name: campaign.name }));
      return refresh();
    },
    onError,
  });
  const duplicate = useMutation({
    mutationFn: ({ id }: Pick<Campaign, "id">) =>
      callApi(duplicateCampaignContract, { workspace, params: { campaignId: id } }),
    onSuccess: (copy) => {
      toast.success(t("acts.done.duplicate", { name: copy.name }));
      router.push(campaignEditHref(workspace, copy.id));
      return refresh();
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Pick<Campaign, "id" | "name">) =>
      callApi(deleteCampaignContract, { workspace, params: { campaignId: id } }),
    onSuccess: (_, { name }) => {
      toast.success(t("acts.done.delete", { name }));
      return refresh();
    },
    onError,
  });
  return { change, duplicate, remove };
}
