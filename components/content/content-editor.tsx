"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/feedback/callout";
import { toast } from "@/components/ui/feedback/toast";
import type { Channel } from "@/lib/domain/channels/channel";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import type { ContentPreviewResult } from "./api";
import { ContentFields } from "./editor/content-fields";
import { LanguageBar } from "./editor/language-bar";

export type ContentEditorProps = {
  /** At least one language. */
  value: Content[];
  onChange: (contents: Content[]) => void;
  channel: Channel;
  /** Slug. */
  workspace: string;
  language: string;
  onLanguageChange: (language: string) => void;
  /** The server's answer for these contents: problems, lengths, SMS segments. */
  preview: ContentPreviewResult | undefined;
  disabled?: boolean;
};

/** What a message says, language by language. */
export function ContentEditor(props: ContentEditorProps) {
  const { value, onChange, channel, workspace, language, onLanguageChange, preview, disabled } = props;
  const t = useTranslations("content.editor");
  const current = value.find((content) => content.language === language) ?? value[0] ?? emptyContent;
  const errors =
    preview?.problems.filter(({ severity, code }) => severity === "error" && code !== "required") ?? [];

  const add = (added: string) => {
    // Pictures and links are mostly the same in every language; the words are not.
    onChange([...value, { ...current, language: added, title: "", subtitle: "", body: "", html: "" }]);
    onLanguageChange(added);
  };
  const remove = (removed: string) => {
    const rest = value.filter((content) => content.language !== removed);
    onChange(rest);
    onLanguageChange(rest[0]?.language ?? removed);
    toast.info(t("languageRemoved"), {
      action: { label: t("undo"), onClick: () => onChange(value) },
    });
  };
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <LanguageBar
        languages={value.map((content) => content.language)}
        value={current.language}
        onValueChange={onLanguageChange}
        onAdd={add}
        onRemove={remove}
        broken={new Set(errors.map((problem) => problem.language))}
        disabled={disabled}
      />
      {preview && preview.converted.length > 0 ? (
        <Callout tone="info">{t("converted", { variables: preview.converted.join(", ") })}</Callout>
      ) : null}
      <ContentFields
        key={`${channel}:${current.language}`}
        content={current}
        onChange={(changed) =>
          onChange(value.map((content) => (content.language === current.language ? changed : content)))
        }
        channel={channel}
        workspace={workspace}
        preview={preview}
        disabled={disabled}
      />
    </div>
  );
}
