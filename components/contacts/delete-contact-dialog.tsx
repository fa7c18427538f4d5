"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { useContactActs } from "./api";

export type DeleteContactDialogProps = {
  workspace: string;
  contactId: string;
  name: string;
  onClose: () => void;
  onDeleted?: () => void;
};

export function DeleteContactDialog(props: DeleteContactDialogProps) {
  const { workspace, contactId, name, onClose, onDeleted } = props;
  const t = useTranslations("contacts.delete");
  const { remove } = useContactActs(workspace);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name })}
      description={t("description")}
      confirmLabel={t("action")}
      onConfirm={() =>
        remove.mutateAsync(contactId).then(() => {
          toast.success(t("done", { name }));
          onDeleted?.();
        })
      }
    />
  );
}
