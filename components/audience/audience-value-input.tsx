"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Input } from "@/components/ui/forms/input";
import { NumberField } from "@/components/ui/forms/number-field";
import { Select } from "@/components/ui/forms/select";
import type { AudienceValue } from "@/lib/domain/audience/audience-filter";
import { channels } from "@/lib/domain/channels/channel";
import { contactKinds } from "@/lib/domain/contacts/contact";
import { parseAny, parseList, type ValueKind } from "./audience-field";

export type AudienceValueInputProps = {
  kind: ValueKind;
  field: string;
  value: AudienceValue | undefined;
  onChange: (value: AudienceValue | undefined) => void;
  label: string;
  disabled: boolean;
};

export function AudienceValueInput(props: AudienceValueInputProps) {
  const { kind, value, onChange, label, disabled, field } = props;
  const t = useTranslations();
  if (kind === "none") return null;
  if (kind === "channel" || kind === "kind") {
    const options =
      kind === "channel"
        ? channels.map((entry) => ({ value: entry, label: t(`content.channels.${entry}`) }))
        : contactKinds.map((entry) => ({ value: entry, label: t(`contacts.kinds.${entry}`) }));
    const chosen = options.find((option) => option.value === value)?.value ?? null;
    return (
      <Select
        aria-label={label}
        options={options}
        value={chosen}
        onValueChange={onChange}
        disabled={disabled}
      />
    );
  }
  if (kind === "number" || kind === "days") {
    return (
      <NumberField
        aria-label={kind === "days" ? `${label} (${t("audience.days")})` : label}
        value={typeof value === "number" ? value : null}
        onValueChange={(next) => onChange(next ?? undefined)}
        disabled={disabled}
        {...(kind === "days" ? { min: 1, max: 36_500 } : {})}
      />
    );
  }
  if (kind === "date") {
    return (
      <Input
        type="date"
        aria-label={label}
        value={typeof value === "string" ? value.slice(0, 10) : ""}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
        disabled={disabled}
      />
    );
  }
  return <TypedInput key={`${field}:${kind}`} {...props} />;
}

/** Keeps what was typed: "a, " and "1." are on their way to a value. */
function TypedInput({ kind, field, value, onChange, label, disabled }: AudienceValueInputProps) {
  const t = useTranslations("audience.placeholders");
  const [text, setText] = useState(() => (Array.isArray(value) ? value.join(", ") : String(value ?? "")));
  const change = (next: string) => {
    setText(next);
    if (kind === "list") onChange(parseList(next));
    else onChange(kind === "any" ? parseAny(next) : next);
  };
  const example = t.has(field) ? t(field) : undefined;
  return (
    <Input
      aria-label={label}
      value={text}
      placeholder={kind === "list" ? t("list") : example}
      onChange={(event) => change(event.currentTarget.value)}
      disabled={disabled}
      autoComplete="off"
    />
  );
}
