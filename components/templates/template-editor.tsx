"use client";

import { Copy, Save } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ChannelIcon } from "@/components/content/channel-icon";
import { ContentStudio } from "@/components/content/content-studio";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { Button } from "@/components/ui/actions/button";
import { Badge } from "@/components/ui/display/badge";
import { Callout } from "@/components/ui/feedback/callout";
import { toast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { ApiError } from "@/lib/browser/api-client";
import { toWireId } from "@/lib/contracts/wire/ids";
import { type Channel, channels } from "@/lib/domain/channels/channel";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import {
  type Template,
  type TemplateCategory,
  templateCategories,
  templateNameLengthMax,
} from "@/lib/domain/templates/template";
import { useSaveTemplate, useTemplateActs } from "./api";
import { mayWriteTemplates } from "./may-write-templates";
import { TemplateMenu } from "./template-menu";
import { useUnsavedWarning } from "./use-unsaved-warning";

type Draft = { name: string; channel: Channel; category: TemplateCategory; contents: Content[] };

const draftOf = (template: Template | undefined, locale: string): Draft =>
  template
    ? {
        name: template.name,
        channel: template.channel,
        category: template.category,
        contents: template.contents.length > 0 ? template.contents : [{ ...emptyContent, language: locale }],
      }
    : {
        name: "",
        channel: "app_push",
        category: "general",
        contents: [{ ...emptyContent, language: locale }],
      };

/** Writes a new template, changes an own one, shows a shipped one. */
export function TemplateEditor({ template }: { template?: Template }) {
  const t = useTranslations("templates");
  const locale = useLocale();
  const router = useRouter();
  const { workspace } = useShell();
  const [saved, setSaved] = useState(() => draftOf(template, locale));
  const [draft, setDraft] = useState(saved);
  const [nameError, setNameError] = useState<string>();
  const nameInput = useRef<HTMLInputElement>(null);
  const save = useSaveTemplate(workspace.slug);
  const readOnly = template?.source === "shipped" || !mayWriteTemplates(workspace.role);
  const isUnsaved = !readOnly && draft !== saved && JSON.stringify(draft) !== JSON.stringify(saved);
  useUnsavedWarning(isUnsaved, t("editor.leave"));

  const listHref = hrefOf(workspace.slug, "templates");
  const submit = async () => {
    if (readOnly || save.isPending) return;
    if (draft.name.trim() === "") {
      setNameError(t("editor.nameRequired"));
      nameInput.current?.focus();
      return;
    }
    try {
      const result = await save.mutateAsync({ ...draft, id: template?.id });
      const kept = draftOf(result, locale);
      setSaved(kept);
      setDraft(kept);
      toast.success(t("saved"));
      if (!template) router.replace(hrefOf(workspace.slug, `templates/${toWireId("template", result.id)}`));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const count = error.problem.errors?.length ?? 0;
      toast.error(error.message, count > 0 ? { description: t("editor.fix", { count }) } : {});
    }
  };
  useShortcut("mod+s", t("editor.save"), submit);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      noValidate
    >
      <PageHeader
        title={template ? saved.name : t("editor.newTitle")}
        crumbs={[{ label: t("title"), href: listHref }]}
        badge={isUnsaved ? <Badge tone="warning">{t("editor.unsaved")}</Badge> : null}
        actions={
          <EditorActions
            template={template}
            readOnly={readOnly}
            isSaving={save.isPending}
            onGone={() => router.push(listHref)}
          />
        }
      />
      <div className="flex flex-col gap-6 pb-10">
        {template?.source === "shipped" ? (
          <Callout title={t("editor.shippedTitle")}>{t("editor.shippedDescription")}</Callout>
        ) : null}
        {template?.archivedAt ? <Callout tone="warning" title={t("editor.archivedTitle")} /> : null}
        <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <Field label={t("editor.name")} error={nameError}>
            <Input
              ref={nameInput}
              value={draft.name}
              maxLength={templateNameLengthMax}
              disabled={readOnly}
              placeholder={t("editor.namePlaceholder")}
              onChange={(event) => {
                setNameError(undefined);
                setDraft({ ...draft, name: event.currentTarget.value });
              }}
            />
          </Field>
          <ChannelSelect
            value={draft.channel}
            disabled={template !== undefined}
            onChange={(channel) => setDraft({ ...draft, channel })}
          />
          <Field label={t("editor.category")}>
            <Select
              options={templateCategories.map((value) => ({ value, label: t(`categories.${value}`) }))}
              value={draft.category}
              disabled={readOnly}
              onValueChange={(category) => setDraft({ ...draft, category })}
            />
          </Field>
        </div>
        <ContentStudio
          value={draft.contents}
          onChange={(contents) => setDraft((current) => ({ ...current, contents }))}
          channel={draft.channel}
          workspace={workspace.slug}
          disabled={readOnly}
        />
      </div>
    </form>
  );
}

type ChannelSelectProps = { value: Channel; disabled: boolean; onChange: (channel: Channel) => void };

function ChannelSelect({ value, disabled, onChange }: ChannelSelectProps) {
  const t = useTranslations();
  const options = channels.map((channel) => ({
    value: channel,
    label: t(`content.channels.${channel}`),
    icon: <ChannelIcon channel={channel} />,
  }));
  return (
    <Field label={t("templates.editor.channel")}>
      <Select options={options} value={value} disabled={disabled} onValueChange={onChange} />
    </Field>
  );
}

type EditorActionsProps = {
  template: Template | undefined;
  readOnly: boolean;
  isSaving: boolean;
  onGone: () => void;
};

function EditorActions({ template, readOnly, isSaving, onGone }: EditorActionsProps) {
  const t = useTranslations("templates");
  const router = useRouter();
  const { workspace } = useShell();
  const { duplicate } = useTemplateActs(workspace.slug);
  const copy = async (original: Template) => {
    const made = await duplicate.mutateAsync(original);
    router.push(hrefOf(workspace.slug, `templates/${toWireId("template", made.id)}`));
  };
  if (template && readOnly) {
    if (!mayWriteTemplates(workspace.role)) return null;
    return (
      <Button variant="primary" icon={<Copy />} loading={duplicate.isPending} onClick={() => copy(template)}>
        {t("editor.useCopy")}
      </Button>
    );
  }
  return (
    <>
      {template ? <TemplateMenu template={template} onGone={onGone} /> : null}
      <Button type="submit" variant="primary" icon={<Save />} loading={isSaving}>
        {t("editor.save")}
      </Button>
    </>
  );
}
