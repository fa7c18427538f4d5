"use client";

import { useTranslations } from "next-intl";
import type { FieldGroupProps } from "./content-fields";
import { LiquidField } from "./liquid-field";

const urlFields = ["imageUrl", "iconUrl", "badgeUrl", "deepLink"] as const;

/** Pictures and where a tap leads. */
export function UrlFields({ content, change, problemsOf, has, workspace, disabled }: FieldGroupProps) {
  const t = useTranslations("content");
  return urlFields
    .filter(has)
    .map((field) => (
      <LiquidField
        key={field}
        label={t(`fields.${field}`)}
        optional
        inputMode="url"
        placeholder={t(`placeholders.${field}`)}
        value={content[field]}
        onChange={(value) => change({ [field]: value })}
        problems={problemsOf(field)}
        workspace={workspace}
        disabled={disabled}
      />
    ));
}
