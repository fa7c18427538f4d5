"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import type { Campaign } from "./api";
import { useCampaignActs } from "./use-campaign-acts";

/** An act that asks first. */
export type AskedAct = { act: "cancel" | "delete"; campaign: Campaign };

export type CampaignConfirmProps = {
  workspace: string;
  asked: AskedAct | null;
  onClose: () => void;
  onDeleted?: () => void;
};

export function CampaignConfirm({ workspace, asked, onClose, onDeleted }: CampaignConfirmProps) {
  const t = useTranslations("campaigns.confirm");
  const { change, remove } = useCampaignActs(workspace);
  if (!asked) return null;
  const { act, campaign } = asked;
  const pending = campaign.totals?.pending ?? 0;
  const confirm = () =>
    act === "cancel"
      ? change.mutateAsync({ act, campaign })
      : remove.mutateAsync(campaign).then(() => onDeleted?.());
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${act}.title`, { name: campaign.name })}
      description={
        act === "cancel"
          ? t(`cancel.${whatIsCancelled(campaign)}`, { count: pending })
          : t("delete.description")
      }
      confirmLabel={t(`${act}.confirm`)}
      {...(act === "cancel" ? { dismissLabel: t("cancel.keep") } : {})}
      onConfirm={confirm}
    />
  );
}

function whatIsCancelled({ scheduleType, status, totals }: Campaign): "series" | "running" | "waiting" {
  if (scheduleType === "recurring" && status === "scheduled") return "series";
  return totals ? "running" : "waiting";
}
