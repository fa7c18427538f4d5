"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { Field } from "@/components/ui/forms/field";
import { Textarea } from "@/components/ui/forms/textarea";
import { audienceFilter } from "@/lib/contracts/audience";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { tryParseJson } from "@/lib/platform/try-parse-json";

export type AudienceJsonProps = {
  filter: AudienceFilter;
  onApply: (filter: AudienceFilter) => void;
  disabled: boolean;
};

/** The filter as the API takes it, to read, copy or replace. */
export function AudienceJson({ filter, onApply, disabled }: AudienceJsonProps) {
  const t = useTranslations("audience");
  const [text, setText] = useState(() => JSON.stringify(filter, null, 2));
  const [error, setError] = useState<string>();
  const apply = () => {
    const parsed = audienceFilter.safeParse(tryParseJson(text));
    if (parsed.success) return onApply(parsed.data);
    setError(parsed.error.issues[0]?.message ?? t("jsonInvalid"));
  };
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={t("jsonLabel")}
        help={t("jsonHelp")}
        aside={<CopyButton value={text} />}
        {...(error ? { error } : {})}
      >
        <Textarea
          value={text}
          rows={14}
          spellCheck={false}
          className="font-mono text-xs"
          readOnly={disabled}
          onChange={(event) => {
            setError(undefined);
            setText(event.currentTarget.value);
          }}
        />
      </Field>
      {disabled ? null : (
        <Button className="self-start" onClick={apply}>
          {t("jsonApply")}
        </Button>
      )}
    </div>
  );
}
