"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useContentPreview } from "@/components/content/api";
import { ContentPreview } from "@/components/content/content-preview";
import { languageToShow } from "@/components/content/language-to-show";
import type { PreviewPerson } from "@/components/content/preview/person-picker";
import { useShell } from "@/components/layout/shell-context";
import { Card } from "@/components/ui/display/card";
import { DescriptionList } from "@/components/ui/display/description-list";
import { Tabs } from "@/components/ui/navigation/tabs";
import { useLanguageName } from "@/lib/browser/use-display-names";
import { textOf } from "@/lib/domain/content/content";
import type { Campaign } from "../api";

/** The message, language by language, as it went or will go out. */
export function SentContent({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns");
  const tContent = useTranslations("content.fields");
  const nameOf = useLanguageName();
  const { slug } = useShell().workspace;
  const { contents, channelType, category, runId } = campaign;
  const [language, setLanguage] = useState(languageToShow(contents, useLocale()) ?? "");
  const [person, setPerson] = useState<PreviewPerson>(null);
  const request = {
    channel: channelType,
    category,
    contents,
    language,
    ...(person ? { contactId: person.id } : {}),
  };
  const preview = useContentPreview(slug, request);
  const current = contents.find((content) => content.language === language);
  if (!current) return null;
  const rows = [
    { term: tContent(channelType === "email" ? "subject" : "title"), detail: current.title },
    { term: tContent("body"), detail: textOf(current) },
    { term: tContent("deepLink"), detail: current.deepLink },
  ].filter(({ detail }) => detail !== "");
  return (
    <Card title={t(runId ? "report.contentSent" : "report.contentPlanned")}>
      {contents.length > 1 ? (
        <Tabs
          label={t("report.languages")}
          className="mb-4"
          tabs={contents.map((entry) => ({
            value: entry.language,
            label: nameOf(entry.language),
          }))}
          value={language}
          onValueChange={setLanguage}
        />
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)]">
        <DescriptionList items={rows} className="whitespace-pre-line" />
        <ContentPreview
          preview={preview}
          request={request}
          channel={channelType}
          workspace={slug}
          person={person}
          onPersonChange={setPerson}
        />
      </div>
    </Card>
  );
}
