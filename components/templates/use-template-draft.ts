"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useState } from "react";
import type { Channel } from "@/lib/domain/channels/channel";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import type { Template, TemplateCategory } from "@/lib/domain/templates/template";
import { useSaveTemplate } from "./api";
import { templateHref } from "./template-href";

export type TemplateDraft = {
  name: string;
  channel: Channel;
  category: TemplateCategory;
  contents: Content[];
};

function draftOf(template: Template | undefined, language: string): TemplateDraft {
  const blank = [{ ...emptyContent, language }];
  if (!template) return { name: "", channel: "app_push", category: "general", contents: blank };
  const { name, channel, category, contents } = template;
  return { name, channel, category, contents: contents.length > 0 ? contents : blank };
}

/** What is being written, what was last saved, and the way from one to the other. */
export function useTemplateDraft(template: Template | undefined, workspace: string) {
  const locale = useLocale();
  const router = useRouter();
  const [saved, setSaved] = useState(() => draftOf(template, locale));
  const [draft, setDraft] = useState(saved);
  const save = useSaveTemplate(workspace);

  const handleSaved = (result: Template) => {
    const kept = draftOf(result, locale);
    setSaved(kept);
    setDraft(kept);
    if (!template) router.replace(templateHref(workspace, result.id));
  };
  return {
    draft,
    saved,
    change: (part: Partial<TemplateDraft>) => setDraft((current) => ({ ...current, ...part })),
    isUnsaved: draft !== saved && JSON.stringify(draft) !== JSON.stringify(saved),
    isSaving: save.isPending,
    submit: () => save.mutate({ ...draft, id: template?.id }, { onSuccess: handleSaved }),
  };
}
