"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { SaveTrouble } from "@/components/ui/feedback/save-trouble";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { getCampaignContract } from "@/lib/contracts/campaigns/campaigns";
import type { OpenDraft } from "./use-draft-store";

export type CampaignSaveTroubleProps = { open: OpenDraft; campaignId: string; onReplaced: () => void };

export function CampaignSaveTrouble({ open, campaignId, onReplaced }: CampaignSaveTroubleProps) {
  const t = useTranslations();
  const { slug } = useShell().workspace;
  const settle = useMutation({
    mutationFn: async (keep: "theirs" | "mine") => {
      const theirs = await callApi(getCampaignContract, { workspace: slug, params: { campaignId } });
      await open.resolve(theirs, keep);
    },
    onSuccess: (_, keep) => {
      if (keep === "theirs") onReplaced();
    },
    onError: (error) => toastRefusal(t("ui.autosave.failed"), error),
  });
  return (
    <SaveTrouble
      saveState={open.saveState}
      error={open.error}
      conflictTitle={t("campaigns.saveConflict")}
      isSettling={settle.isPending}
      onSettle={settle.mutate}
      onRetry={() => void open.flush()}
    />
  );
}
