"use client";

import type { ContentPreviewResult, ContentProblem } from "@/components/content/api";
import type { Channel } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import { contentRules } from "@/lib/domain/content/content-rules";
import { ExtraFields } from "./extra-fields";
import { UrlFields } from "./url-fields";
import { WordFields } from "./word-fields";

export type ContentFieldsProps = {
  content: Content;
  onChange: (content: Content) => void;
  channel: Channel;
  workspace: string;
  preview: ContentPreviewResult | undefined;
  disabled?: boolean | undefined;
};

/** What each group of fields works with. */
export type FieldGroupProps = {
  content: Content;
  change: (part: Partial<Content>) => void;
  problemsOf: (field: string) => ContentProblem[];
  has: (field: string) => boolean;
  channel: Channel;
  workspace: string;
  disabled: boolean | undefined;
  /** The answer about this language, when it could be rendered. */
  preview: ContentPreviewResult | undefined;
};

/** The fields of one language, as many as the channel carries. */
export function ContentFields({
  content,
  onChange,
  channel,
  workspace,
  preview,
  disabled,
}: ContentFieldsProps) {
  const fields: readonly string[] = contentRules[channel].fields;
  const { language } = content;
  const group: FieldGroupProps = {
    content,
    channel,
    workspace,
    disabled,
    change: (part) => onChange({ ...content, ...part }),
    has: (field) => fields.includes(field),
    problemsOf: (field) =>
      preview?.problems.filter((problem) => problem.language === language && problem.field === field) ?? [],
    preview: preview?.rendered && preview.language === language ? preview : undefined,
  };
  return (
    <div className="flex flex-col gap-4">
      <WordFields {...group} />
      <UrlFields {...group} />
      <ExtraFields {...group} />
    </div>
  );
}
