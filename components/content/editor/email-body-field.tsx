"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ContentProblem } from "@/components/content/api";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import type { Content } from "@/lib/domain/content/content";
import { LiquidField } from "./liquid-field";

type EmailBodyFieldProps = {
  content: Content;
  onChange: (part: Partial<Content>) => void;
  problemsOf: (field: string) => ContentProblem[];
  workspace: string;
  disabled?: boolean | undefined;
};

/** Plain text that becomes a page, or the page itself. */
export function EmailBodyField({ content, onChange, problemsOf, workspace, disabled }: EmailBodyFieldProps) {
  const t = useTranslations("content");
  const [mode, setMode] = useState<"text" | "html">(content.html === "" ? "text" : "html");
  return (
    <div className="flex flex-col gap-4">
      <SegmentedControl
        label={t("editor.emailMode")}
        segments={[
          { value: "text", label: t("editor.emailText") },
          { value: "html", label: "HTML" },
        ]}
        value={mode}
        onValueChange={setMode}
        className="self-start"
      />
      {mode === "html" ? (
        <LiquidField
          label="HTML"
          form="code"
          rows={16}
          value={content.html}
          disabled={disabled}
          workspace={workspace}
          problems={problemsOf("html")}
          help={t("editor.htmlHelp")}
          onChange={(html) => onChange({ html })}
        />
      ) : null}
      <LiquidField
        label={mode === "html" ? t("fields.plainText") : t("fields.body")}
        optional={mode === "html"}
        form="text"
        rows={mode === "html" ? 3 : 10}
        value={content.body}
        disabled={disabled}
        workspace={workspace}
        problems={problemsOf("body")}
        help={
          mode === "html"
            ? t("editor.plainTextHelp")
            : t(content.html === "" ? "editor.emailTextHelp" : "editor.htmlWins")
        }
        onChange={(body) => onChange({ body })}
      />
    </div>
  );
}
