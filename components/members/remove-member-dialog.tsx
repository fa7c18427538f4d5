"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/feedback/toast";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { type Member, useMemberActs } from "./api";

export type RemoveMemberDialogProps = {
  workspaceId: string;
  member: Member;
  isSelf: boolean;
  onClose: () => void;
};

export function RemoveMemberDialog({ workspaceId, member, isSelf, onClose }: RemoveMemberDialogProps) {
  const t = useTranslations("members");
  const { remove } = useMemberActs(workspaceId);
  const [keepsKeys, setKeepsKeys] = useState(false);
  const { name } = member;
  const tellRemoved = () => {
    if (isSelf) window.location.assign("/");
    else toast.success(t("removed", { name }));
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(isSelf ? "leaveTitle" : "removeTitle", { name })}
      description={t(isSelf ? "leaveDescription" : "removeDescription", { name })}
      confirmLabel={t(isSelf ? "leave" : "removeName", { name })}
      onConfirm={() =>
        remove.mutateAsync({ userId: member.userId, keepApiKeys: keepsKeys }).then(tellRemoved)
      }
    >
      <Checkbox
        checked={keepsKeys}
        onCheckedChange={setKeepsKeys}
        label={t("keepKeys")}
        description={t(isSelf ? "keepOwnKeysHint" : "keepKeysHint")}
      />
    </ConfirmDialog>
  );
}
