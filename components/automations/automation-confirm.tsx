"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import type { AutomationSummary } from "./api";
import { useAutomationActs } from "./use-automation-acts";

type Asked = Pick<AutomationSummary, "id" | "name" | "inside">;

/** An act that asks first. */
export type AskedAct = { act: "archive" | "delete"; automation: Asked };

export type AutomationConfirmProps = {
  workspace: string;
  asked: AskedAct | null;
  onClose: () => void;
  onDeleted?: () => void;
};

export function AutomationConfirm({ workspace, asked, onClose, onDeleted }: AutomationConfirmProps) {
  const t = useTranslations("automations.confirm");
  const { change, remove } = useAutomationActs(workspace);
  if (!asked) return null;
  const { act, automation } = asked;
  const confirm = () =>
    act === "archive"
      ? change.mutateAsync({ act, automation })
      : remove.mutateAsync(automation).then(() => onDeleted?.());
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${act}.title`, { name: automation.name })}
      description={t(`${act}.description`, { count: automation.inside })}
      confirmLabel={t(`${act}.confirm`)}
      onConfirm={confirm}
    />
  );
}
