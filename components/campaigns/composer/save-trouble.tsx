"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { detailOf } from "@/lib/browser/field-errors";
import { getCampaignContract } from "@/lib/contracts/campaigns/campaigns";
import type { OpenDraft } from "./use-draft-store";

export type SaveTroubleProps = { open: OpenDraft; campaignId: string; onReplaced: () => void };

/** Somebody else saved meanwhile, or the server refused: what happened and the ways on. */
export function SaveTrouble({ open, campaignId, onReplaced }: SaveTroubleProps) {
  const t = useTranslations("campaigns.save");
  const { slug } = useShell().workspace;
  const settle = useMutation({
    mutationFn: async (keep: "theirs" | "mine") => {
      const theirs = await callApi(getCampaignContract, { workspace: slug, params: { campaignId } });
      await open.resolve(theirs, keep);
    },
    onSuccess: (_, keep) => {
      if (keep === "theirs") onReplaced();
    },
    onError: (error) => toastRefusal(t("failed"), error),
  });
  if (open.saveState === "conflict") {
    return (
      <Callout
        tone="warning"
        announce
        className="mb-4"
        title={t("conflictTitle")}
        actions={
          <>
            <Button
              size="sm"
              variant="primary"
              disabled={settle.isPending}
              onClick={() => settle.mutate("theirs")}
            >
              {t("takeTheirs")}
            </Button>
            <Button size="sm" disabled={settle.isPending} onClick={() => settle.mutate("mine")}>
              {t("keepMine")}
            </Button>
          </>
        }
      >
        {t("conflictDescription")}
      </Callout>
    );
  }
  if (open.saveState !== "failed") return null;
  return (
    <Callout
      tone="danger"
      announce
      className="mb-4"
      title={t("failedTitle")}
      actions={
        <Button size="sm" onClick={() => void open.flush()}>
          {t("retry")}
        </Button>
      }
    >
      {detailOf(open.error) ?? t("failedDescription")}
    </Callout>
  );
}
