"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { callApi } from "@/lib/browser/api-client";
import { removeEnrolmentContract } from "@/lib/contracts/automations/enrolments";
import { automationsKey, type Enrolment } from "../api";

export type RemoveEnrolmentDialogProps = {
  enrolment: Pick<Enrolment, "id" | "automationId" | "automationName">;
  name: string;
  onClose: () => void;
};

export function RemoveEnrolmentDialog({ enrolment, name, onClose }: RemoveEnrolmentDialogProps) {
  const t = useTranslations("automations.people.remove");
  const { slug } = useShell().workspace;
  const client = useQueryClient();
  const { automationId, id: enrolmentId, automationName } = enrolment;
  const remove = useMutation({
    mutationFn: () =>
      callApi(removeEnrolmentContract, { workspace: slug, params: { automationId, enrolmentId } }),
    onSuccess: () => toast.success(t("done", { name })),
    onError: (error) => toastRefusal(t("failed"), error),
    onSettled: () => client.invalidateQueries({ queryKey: automationsKey(slug) }),
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name, automation: automationName })}
      description={t("description")}
      confirmLabel={t("confirm")}
      onConfirm={() => remove.mutateAsync()}
    />
  );
}
