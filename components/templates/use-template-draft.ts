"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/feedback/toast";
import { ApiError } from "@/lib/browser/api-client";
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
  const t = useTranslations("templates");
  const locale = useLocale();
  const router = useRouter();
  const [saved, setSaved] = useState(() => draftOf(template, locale));
  const [draft, setDraft] = useState(saved);
  const save = useSaveTemplate(workspace);

  const submit = async () => {
    try {
      const result = await save.mutateAsync({ ...draft, id: template?.id });
      const kept = draftOf(result, locale);
      setSaved(kept);
      setDraft(kept);
      toast.success(t("saved"));
      if (!template) router.replace(templateHref(workspace, result.id));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const count = error.problem.errors?.length ?? 0;
      toast.error(error.message, count > 0 ? { description: t("editor.fix", { count }) } : {});
    }
  };
  return {
    draft,
    saved,
    change: (part: Partial<TemplateDraft>) => setDraft((current) => ({ ...current, ...part })),
    isUnsaved: draft !== saved && JSON.stringify(draft) !== JSON.stringify(saved),
    isSaving: save.isPending,
    submit,
  };
}
