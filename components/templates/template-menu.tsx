"use client";

import { Archive, ArchiveRestore, Copy, Ellipsis, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { IconButton } from "@/components/ui/actions/icon-button";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuSeparator } from "@/components/ui/overlays/menu-group";
import type { Template } from "@/lib/domain/templates/template";
import { useTemplateActs } from "./api";
import { mayWriteTemplates } from "./may-write-templates";

export function TemplateMenu({ template, onGone }: { template: Template; onGone?: () => void }) {
  const t = useTranslations("templates");
  const { workspace } = useShell();
  const { archive, unarchive, duplicate, remove } = useTemplateActs(workspace.slug);
  const [asks, setAsks] = useState(false);
  const isOwn = template.source === "workspace";
  if (!mayWriteTemplates(workspace.role)) return null;
  return (
    <>
      <Menu trigger={<IconButton icon={<Ellipsis />} size="sm" label={t("menu", { name: template.name })} />}>
        <MenuItem icon={<Copy />} onClick={() => duplicate.mutate(template)}>
          {t("duplicate")}
        </MenuItem>
        {isOwn && !template.archivedAt ? (
          <MenuItem icon={<Archive />} onClick={() => archive.mutate(template)}>
            {t("archive")}
          </MenuItem>
        ) : null}
        {isOwn && template.archivedAt ? (
          <>
            <MenuItem icon={<ArchiveRestore />} onClick={() => unarchive.mutate(template)}>
              {t("unarchive")}
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Trash2 />} danger onClick={() => setAsks(true)}>
              {t("delete")}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      <ConfirmDialog
        title={t("deleteTitle", { name: template.name })}
        description={t("deleteDescription")}
        confirmLabel={t("delete")}
        open={asks}
        onOpenChange={setAsks}
        onConfirm={() => remove.mutateAsync(template).then(onGone)}
      />
    </>
  );
}
