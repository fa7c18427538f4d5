"use client";

import { Eye } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { languageToShow } from "@/components/content/language-to-show";
import { Button } from "@/components/ui/actions/button";
import { Sheet } from "@/components/ui/overlays/sheet";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import { type ContentPreviewRequest, useContentPreview } from "./api";
import { ContentEditor } from "./content-editor";
import { ContentPreview } from "./content-preview";
import type { PreviewPerson } from "./preview/person-picker";

export type ContentStudioProps = {
  value: Content[];
  onChange: (contents: Content[]) => void;
  channel: Channel;
  category?: MessageCategory;
  /** Slug. */
  workspace: string;
  /** Whom the preview shows. */
  person: PreviewPerson;
  onPersonChange: (person: PreviewPerson) => void;
  disabled?: boolean;
};

/** Editor and preview side by side, fed by one answer of the server. */
export function ContentStudio({
  value,
  onChange,
  channel,
  category,
  workspace,
  person,
  onPersonChange,
  disabled,
}: ContentStudioProps) {
  const [language, setLanguage] = useState(languageToShow(value, useLocale()) ?? "en");
  const request: ContentPreviewRequest = {
    channel,
    contents: value,
    language,
    ...(category ? { category } : {}),
    ...(person ? { contactId: person.id } : {}),
  };
  const data = useContentPreview(workspace, request);
  const preview = (
    <ContentPreview
      preview={data}
      request={request}
      channel={channel}
      workspace={workspace}
      person={person}
      onPersonChange={onPersonChange}
    />
  );
  return (
    <div className="group/studio grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
      <ContentEditor
        value={value}
        onChange={onChange}
        channel={channel}
        workspace={workspace}
        language={language}
        onLanguageChange={setLanguage}
        preview={data}
        disabled={disabled}
      />
      <div className="hidden lg:sticky lg:top-4 lg:block">{preview}</div>
      <PreviewSheet>{preview}</PreviewSheet>
    </div>
  );
}

/**
 * On small screens the preview lies under a button that stays in view, but not while somebody types: it would cover
 * what the fields say below the cursor.
 */
function PreviewSheet({ children }: { children: ReactNode }) {
  const t = useTranslations("content.preview");
  return (
    <div className="sticky bottom-4 z-10 flex justify-center group-has-[input:focus]/studio:static group-has-[textarea:focus]/studio:static lg:hidden">
      <Sheet
        side="bottom"
        title={t("title")}
        trigger={
          <Button size="lg" icon={<Eye />} className="shadow-lg">
            {t("title")}
          </Button>
        }
      >
        {children}
      </Sheet>
    </div>
  );
}
