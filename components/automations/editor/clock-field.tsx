"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";

export type ClockFieldProps = { label: string; help: string; at: string; onChange: (at: string) => void };

/** A time of day; nothing is stored while it is not a whole one. */
export function ClockField({ label, help, at, onChange }: ClockFieldProps) {
  const t = useTranslations("automations.editor");
  const [text, setText] = useState(at);
  return (
    <Field
      label={label}
      help={help}
      className="max-w-60"
      {...(text === "" ? { error: t("timeRequired") } : {})}
    >
      <Input
        type="time"
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          if (next !== "") onChange(next);
        }}
      />
    </Field>
  );
}
