"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/forms/field";
import { Textarea } from "@/components/ui/forms/textarea";
import { tryParseJson } from "@/lib/platform/try-parse-json";

export type Properties = Record<string, unknown>;

export type PropertiesFieldProps = {
  label: string;
  help?: string;
  /** Read once; give a new key to start over. */
  value: Properties;
  /** Undefined while the text is no object. */
  onChange: (properties: Properties | undefined) => void;
  rows?: number;
};

/** What an event carries, as JSON. */
export function PropertiesField({ label, help, value, onChange, rows = 4 }: PropertiesFieldProps) {
  const t = useTranslations("automations.test");
  const [text, setText] = useState(() =>
    Object.keys(value).length > 0 ? JSON.stringify(value, null, 2) : "",
  );
  return (
    <Field
      label={label}
      optional
      {...(help ? { help } : {})}
      {...(readProperties(text) ? {} : { error: t("propertiesInvalid") })}
    >
      <Textarea
        rows={rows}
        className="max-h-72 font-mono text-xs max-sm:text-lg"
        spellCheck={false}
        placeholder="{}"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          onChange(readProperties(currentTarget.value));
        }}
      />
    </Field>
  );
}

function readProperties(text: string): Properties | undefined {
  if (text.trim() === "") return {};
  const value: unknown = tryParseJson(text);
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Properties)
    : undefined;
}
