"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { toast } from "@/components/ui/feedback/toast";
import { callApi } from "@/lib/browser/api-client";
import { detailOf } from "@/lib/browser/field-errors";
import { getCampaignContract } from "@/lib/contracts/campaigns/campaigns";
import type { OpenDraft } from "./use-draft-store";

export type SaveTroubleProps = { open: OpenDraft; campaignId: string; onReplaced: () => void };

/** Somebody else saved meanwhile, or the server refused: what happened and the ways on. */
export function SaveTrouble({ open, campaignId, onReplaced }: SaveTroubleProps) {
  const t = useTranslations("campaigns.save");
  const { slug } = useShell().workspace;
  const [busy, setBusy] = useState(false);
  const settle = async (keep: "theirs" | "mine") => {
    setBusy(true);
    try {
      const theirs = await callApi(getCampaignContract, { workspace: slug, params: { campaignId } });
      await open.resolve(theirs, keep);
      if (keep === "theirs") onReplaced();
    } catch (error) {
      toast.error(detailOf(error) ?? t("failed"));
    }
    setBusy(false);
  };
  if (open.saveState === "conflict") {
    return (
      <Callout
        tone="warning"
        announce
        className="mb-4"
        title={t("conflictTitle")}
        actions={
          <>
            <Button size="sm" variant="primary" disabled={busy} onClick={() => settle("theirs")}>
              {t("takeTheirs")}
            </Button>
            <Button size="sm" disabled={busy} onClick={() => settle("mine")}>
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
