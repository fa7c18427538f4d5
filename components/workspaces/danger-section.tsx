"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { FormSection } from "@/components/ui/forms/form-section";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { useDeleteWorkspace, type Workspace } from "./api";

export function DangerSection({ workspace }: { workspace: Workspace }) {
  const t = useTranslations("workspaces");
  const remove = useDeleteWorkspace(workspace.id);
  // A full load: nothing on the page belongs to an existing workspace any more.
  const handleConfirm = () => remove.mutateAsync().then(() => window.location.assign("/"));
  return (
    <FormSection title={t("danger.title")} description={t("danger.description")}>
      <div>
        <ConfirmDialog
          trigger={<Button variant="danger">{t("danger.delete")}</Button>}
          title={t("danger.confirmTitle", { name: workspace.name })}
          description={t("danger.confirmDescription")}
          confirmLabel={t("danger.delete")}
          typedConfirmation={workspace.name}
          onConfirm={handleConfirm}
        />
      </div>
    </FormSection>
  );
}
