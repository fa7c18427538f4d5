"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
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
      onConfirm={() => remove.mutateAsync(member.userId).then(tellRemoved)}
    />
  );
}
