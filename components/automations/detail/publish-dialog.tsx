"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import type { Automation } from "../api";
import { DifferenceList } from "./difference-list";
import type { Publish } from "./use-publish";

export type PublishDialogProps = { automation: Automation; publish: Publish };

export function PublishDialog({ automation, publish }: PublishDialogProps) {
  const t = useTranslations("automations.publish");
  const { live, draft, inside, name, status } = automation;
  return (
    <ConfirmDialog
      open={publish.isAsking}
      onOpenChange={(isOpen) => !isOpen && publish.close()}
      danger={false}
      title={t(live ? "againTitle" : "title", { name })}
      description={t(live ? "againDescription" : "description", { count: inside })}
      confirmLabel={t(status === "paused" ? "confirmAndResume" : "confirm")}
      onConfirm={publish.confirm}
    >
      {live ? (
        <div className="max-h-[40dvh] overflow-y-auto">
          <DifferenceList before={live} after={draft} />
        </div>
      ) : null}
    </ConfirmDialog>
  );
}
