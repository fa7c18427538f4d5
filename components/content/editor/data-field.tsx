"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ContentProblem } from "@/components/content/api";
import { Field } from "@/components/ui/forms/field";
import { Textarea } from "@/components/ui/forms/textarea";
import { useProblemText } from "./use-problem-text";

type DataFieldProps = {
  value: Record<string, string>;
  onChange: (data: Record<string, string>) => void;
  problems: readonly ContentProblem[];
  disabled?: boolean | undefined;
};

const toLines = (data: Record<string, string>): string =>
  Object.entries(data)
    .map(([key, value]) => `${key}=${value}`)
    .join("\n");

function parseLines(text: string): Record<string, string> {
  const pairs = text.split("\n").flatMap((line) => {
    const at = line.indexOf("=");
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** Extra pairs for the app, one `key=value` a line. */
export function DataField({ value, onChange, problems, disabled }: DataFieldProps) {
  const t = useTranslations("content");
  const problemText = useProblemText();
  const [text, setText] = useState(() => toLines(value));
  const errors = problems.map((problem) =>
    problem.part === null
      ? problemText(problem)
      : t("editor.problemAt", { place: problem.part, problem: problemText(problem) }),
  );
  return (
    <Field
      label={t("fields.data")}
      optional
      help={t("editor.dataHelp")}
      error={errors.length > 0 ? errors.join(" ") : undefined}
    >
      <Textarea
        rows={2}
        value={text}
        disabled={disabled}
        spellCheck={false}
        placeholder="campaign=spring"
        className="font-mono text-xs max-sm:text-lg"
        onChange={(event) => {
          setText(event.currentTarget.value);
          onChange(parseLines(event.currentTarget.value));
        }}
      />
    </Field>
  );
}
