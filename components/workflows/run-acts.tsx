"use client";

import { RotateCcw, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMay } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { hasEnded } from "@/lib/domain/workflows/workflow";
import { useRunAct, type WorkflowRun } from "./api";
import { workflowRunHref } from "./workflow-href";

export type RunActsProps = { workspace: string; run: Pick<WorkflowRun, "id" | "status"> };

/** Cancel while it goes on, replay once it has ended; both ask first. */
export function RunActs({ workspace, run }: RunActsProps) {
  const may = useMay("workflows.write");
  if (!may) return null;
  return hasEnded(run.status) ? (
    <ReplayButton workspace={workspace} run={run} />
  ) : (
    <CancelButton workspace={workspace} run={run} />
  );
}

function CancelButton({ workspace, run }: RunActsProps) {
  const t = useTranslations("workflows");
  const cancel = useRunAct(workspace, "cancel");
  return (
    <ConfirmDialog
      trigger={<Button icon={<X />}>{t("cancel")}</Button>}
      title={t("cancelTitle")}
      description={t("cancelDescription")}
      confirmLabel={t("cancelConfirm")}
      dismissLabel={t("keepRunning")}
      onConfirm={() => cancel.mutateAsync(run.id)}
    />
  );
}

function ReplayButton({ workspace, run }: RunActsProps) {
  const t = useTranslations("workflows");
  const router = useRouter();
  const replay = useRunAct(workspace, "replay");
  const act = async () => {
    const { id } = await replay.mutateAsync(run.id);
    toast.success(t("replayed"));
    router.push(workflowRunHref(workspace, id));
  };
  return (
    <ConfirmDialog
      trigger={<Button icon={<RotateCcw />}>{t("replay")}</Button>}
      title={t("replayTitle")}
      description={t("replayDescription")}
      confirmLabel={t("replayConfirm")}
      danger={false}
      onConfirm={act}
    />
  );
}
