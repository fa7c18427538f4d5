"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { toast } from "@/components/ui/feedback/toast";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf } from "@/lib/browser/field-errors";
import { mayGrant, type Role } from "@/lib/domain/members/role";
import { type Member, useMemberActs } from "./api";
import { RoleChoice } from "./role-choice";

export type RoleDialogProps = { workspaceId: string; member: Member; ownRole: Role; onClose: () => void };

export function RoleDialog({ workspaceId, member, ownRole, onClose }: RoleDialogProps) {
  const t = useTranslations("members");
  const roleNames = useTranslations("members.roles");
  const { changeRole } = useMemberActs(workspaceId);
  const [role, setRole] = useState(member.role);
  const [keepsKeys, setKeepsKeys] = useState(false);
  const isDemotion = !mayGrant(role, member.role);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    changeRole.mutate(
      { userId: member.userId, role, keepApiKeys: keepsKeys },
      {
        onSuccess: () => {
          toast.success(t("roleChanged", { name: member.name, role: roleNames(role) }));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("changeRoleOf", { name: member.name })}
      footer={
        <>
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button type="submit" form="role-form" variant="primary" loading={changeRole.isPending}>
            {t("changeRole")}
          </Button>
        </>
      }
    >
      <form id="role-form" onSubmit={handleSubmit} className="flex flex-col gap-4">
        {changeRole.isError ? (
          <Callout tone="danger" announce title={detailOf(changeRole.error) ?? t("failed")} />
        ) : null}
        <RoleChoice value={role} onValueChange={setRole} ownRole={ownRole} />
        {isDemotion ? (
          <Checkbox
            checked={keepsKeys}
            onCheckedChange={setKeepsKeys}
            label={t("keepKeys")}
            description={t("keepKeysHint")}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
