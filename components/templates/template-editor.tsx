"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ContentStudio } from "@/components/content/content-studio";
import type { PreviewPerson } from "@/components/content/preview/person-picker";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { Badge } from "@/components/ui/display/badge";
import { Callout } from "@/components/ui/feedback/callout";
import { useLeaveQuestion, useUnsavedWarning } from "@/lib/browser/draft/use-unsaved-warning";
import type { Template } from "@/lib/domain/templates/template";
import { mayWriteTemplates } from "./may-write-templates";
import { TemplateDetails } from "./template-details";
import { TemplateEditorActions } from "./template-editor-actions";
import { useTemplateDraft } from "./use-template-draft";

/** Writes a new template, changes an own one, shows a shipped one. */
export function TemplateEditor({ template }: { template?: Template }) {
  const t = useTranslations("templates");
  const { workspace } = useShell();
  const { draft, saved, change, isUnsaved, isSaving, submit } = useTemplateDraft(template, workspace.slug);
  const [person, setPerson] = useState<PreviewPerson>(null);
  const [nameError, setNameError] = useState<string>();
  const nameRef = useRef<HTMLInputElement>(null);
  const isReadOnly = template?.source === "shipped" || !mayWriteTemplates(workspace.role);
  const asksBeforeLeaving = isUnsaved && !isReadOnly;
  useUnsavedWarning(asksBeforeLeaving);
  useLeaveQuestion(asksBeforeLeaving, t("editor.leave"));
  const save = () => {
    if (isReadOnly || isSaving) return;
    const isNamed = draft.name.trim() !== "";
    setNameError(isNamed ? undefined : t("editor.nameRequired"));
    if (isNamed) submit();
    else nameRef.current?.focus();
  };
  useShortcut("mod+s", t("editor.save"), save);

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <PageHeader
        title={template ? saved.name : t("editor.newTitle")}
        crumbs={[{ label: t("title"), href: hrefOf(workspace.slug, "templates") }]}
        badge={asksBeforeLeaving ? <Badge tone="warning">{t("editor.unsaved")}</Badge> : null}
        actions={<TemplateEditorActions template={template} readOnly={isReadOnly} isSaving={isSaving} />}
      />
      <div className="flex flex-col gap-6 pb-10">
        <Notice template={template} />
        <TemplateDetails
          draft={draft}
          change={change}
          nameRef={nameRef}
          nameError={draft.name.trim() === "" ? nameError : undefined}
          readOnly={isReadOnly}
          isNew={template === undefined}
        />
        <ContentStudio
          value={draft.contents}
          onChange={(contents) => change({ contents })}
          channel={draft.channel}
          workspace={workspace.slug}
          person={person}
          onPersonChange={setPerson}
          disabled={isReadOnly}
        />
      </div>
    </form>
  );
}

function Notice({ template }: { template: Template | undefined }) {
  const t = useTranslations("templates.editor");
  if (template?.source === "shipped")
    return <Callout title={t("shippedTitle")}>{t("shippedDescription")}</Callout>;
  return template?.archivedAt ? <Callout tone="warning" title={t("archivedTitle")} /> : null;
}
