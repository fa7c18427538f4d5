"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/overlays/dialog";
import type { Automation } from "../api";
import { DifferenceList } from "./difference-list";

export type DifferencesDialogProps = { automation: Automation; isOpen: boolean; onClose: () => void };

/** What the next publish changes. */
export function DifferencesDialog({ automation, isOpen, onClose }: DifferencesDialogProps) {
  const t = useTranslations("automations.differences");
  const { live, draft } = automation;
  if (!live) return null;
  return (
    <Dialog
      title={t("title")}
      description={t("description")}
      width="lg"
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <DifferenceList before={live} after={draft} />
    </Dialog>
  );
}
