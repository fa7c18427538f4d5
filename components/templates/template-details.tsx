"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { ChannelIcon } from "@/components/content/channel-icon";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { channels } from "@/lib/domain/channels/channel";
import { templateCategories, templateNameCharsMax } from "@/lib/domain/templates/template";
import type { TemplateDraft } from "./use-template-draft";

type TemplateDetailsProps = {
  draft: TemplateDraft;
  change: (part: Partial<TemplateDraft>) => void;
  nameRef: Ref<HTMLInputElement>;
  nameError: string | undefined;
  readOnly: boolean;
  /** A template keeps the channel it was made for. */
  isNew: boolean;
};

export function TemplateDetails({
  draft,
  change,
  nameRef,
  nameError,
  readOnly,
  isNew,
}: TemplateDetailsProps) {
  const t = useTranslations();
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <Field label={t("templates.editor.name")} error={nameError}>
        <Input
          ref={nameRef}
          value={draft.name}
          maxLength={templateNameCharsMax}
          disabled={readOnly}
          placeholder={t("templates.editor.namePlaceholder")}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </Field>
      <Field label={t("templates.editor.channel")}>
        <Select
          options={channels.map((value) => ({
            value,
            label: t(`content.channels.${value}`),
            icon: <ChannelIcon channel={value} />,
          }))}
          value={draft.channel}
          disabled={!isNew}
          onValueChange={(channel) => change({ channel })}
        />
      </Field>
      <Field label={t("templates.editor.category")}>
        <Select
          options={templateCategories.map((value) => ({ value, label: t(`templates.categories.${value}`) }))}
          value={draft.category}
          disabled={readOnly}
          onValueChange={(category) => change({ category })}
        />
      </Field>
    </div>
  );
}
