"use client";

import { useTranslations } from "next-intl";
import type { ContentPreviewResult } from "@/components/content/api";
import { Switch } from "@/components/ui/forms/switch";
import type { Channel } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import { contentRules } from "@/lib/domain/content/content-rules";
import { ActionsField } from "./actions-field";
import { DataField } from "./data-field";
import { EmailBodyField } from "./email-body-field";
import { LengthCounter } from "./length-counter";
import { LiquidField } from "./liquid-field";
import { SmsMeter } from "./sms-meter";

export type ContentFieldsProps = {
  content: Content;
  onChange: (content: Content) => void;
  channel: Channel;
  workspace: string;
  preview: ContentPreviewResult | undefined;
  disabled?: boolean | undefined;
};

const urlFields = ["imageUrl", "iconUrl", "badgeUrl", "deepLink"] as const;

/** The fields of one language, as many as the channel carries. */
export function ContentFields({
  content,
  onChange,
  channel,
  workspace,
  preview,
  disabled,
}: ContentFieldsProps) {
  const t = useTranslations("content");
  const { fields, title, body } = contentRules[channel];
  const has = (field: (typeof fields)[number]) => fields.includes(field);
  const change = (part: Partial<Content>) => onChange({ ...content, ...part });
  const problemsOf = (field: string) =>
    preview?.problems.filter((problem) => problem.language === content.language && problem.field === field) ??
    [];
  const own = preview?.rendered && preview.language === content.language ? preview : undefined;
  const isEmail = channel === "email";
  const shared = { workspace, disabled };
  return (
    <div className="flex flex-col gap-4">
      {has("title") ? (
        <LiquidField
          {...shared}
          label={t(isEmail ? "fields.subject" : "fields.title")}
          optional={!contentRules[channel].required.includes("title")}
          value={content.title}
          onChange={(value) => change({ title: value })}
          problems={problemsOf("title")}
          counter={
            title ? <LengthCounter source={content.title} rendered={own?.lengths.title} {...title} /> : null
          }
        />
      ) : null}
      {has("subtitle") ? (
        <LiquidField
          {...shared}
          label={t(isEmail ? "fields.preheader" : "fields.subtitle")}
          optional
          value={content.subtitle}
          onChange={(value) => change({ subtitle: value })}
          problems={problemsOf("subtitle")}
          help={t(isEmail ? "editor.preheaderHelp" : "editor.subtitleHelp")}
        />
      ) : null}
      {isEmail ? (
        <EmailBodyField {...shared} content={content} onChange={change} problemsOf={problemsOf} />
      ) : (
        <LiquidField
          {...shared}
          label={t("fields.body")}
          form="text"
          value={content.body}
          onChange={(value) => change({ body: value })}
          problems={problemsOf("body")}
          counter={
            body ? <LengthCounter source={content.body} rendered={own?.lengths.body} {...body} /> : null
          }
        />
      )}
      {own?.sms && own.sms.segments > 0 ? (
        <SmsMeter
          sms={own.sms}
          source={content.body}
          onChange={(value) => change({ body: value })}
          disabled={disabled}
        />
      ) : null}
      {urlFields.filter(has).map((field) => (
        <LiquidField
          {...shared}
          key={field}
          label={t(`fields.${field}`)}
          optional
          inputMode="url"
          placeholder={t(`placeholders.${field}`)}
          value={content[field]}
          onChange={(value) => change({ [field]: value })}
          problems={problemsOf(field)}
        />
      ))}
      {has("actions") ? (
        <ActionsField
          value={content.actions}
          onChange={(actions) => change({ actions })}
          problems={problemsOf("actions")}
          disabled={disabled}
        />
      ) : null}
      {has("requireInteraction") ? (
        <Switch
          label={t("fields.requireInteraction")}
          description={t("editor.requireInteractionHelp")}
          checked={content.requireInteraction}
          disabled={disabled}
          onCheckedChange={(requireInteraction) => change({ requireInteraction })}
        />
      ) : null}
      {has("data") ? (
        <DataField
          key={content.language}
          value={content.data}
          onChange={(data) => change({ data })}
          problems={problemsOf("data")}
          disabled={disabled}
        />
      ) : null}
    </div>
  );
}
