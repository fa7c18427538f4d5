"use client";

import { Copy, Save } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import type { Template } from "@/lib/domain/templates/template";
import { useTemplateActs } from "./api";
import { mayWriteTemplates } from "./may-write-templates";
import { templateHref } from "./template-href";
import { TemplateMenu } from "./template-menu";

type TemplateEditorActionsProps = { template: Template | undefined; readOnly: boolean; isSaving: boolean };

/** Save what is one's own, copy what is not. */
export function TemplateEditorActions({ template, readOnly, isSaving }: TemplateEditorActionsProps) {
  const t = useTranslations("templates.editor");
  const router = useRouter();
  const { workspace } = useShell();
  const { duplicate } = useTemplateActs(workspace.slug);
  if (!mayWriteTemplates(workspace.role)) return null;
  if (template && readOnly) {
    return (
      <Button
        variant="primary"
        icon={<Copy />}
        loading={duplicate.isPending}
        onClick={() =>
          duplicate.mutate(template, {
            onSuccess: (copy) => router.push(templateHref(workspace.slug, copy.id)),
          })
        }
      >
        {t("useCopy")}
      </Button>
    );
  }
  return (
    <>
      {template ? (
        <TemplateMenu template={template} onGone={() => router.push(hrefOf(workspace.slug, "templates"))} />
      ) : null}
      <Button type="submit" variant="primary" icon={<Save />} loading={isSaving}>
        {t("save")}
      </Button>
    </>
  );
}
