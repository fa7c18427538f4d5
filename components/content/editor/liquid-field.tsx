"use client";

import { TriangleAlert } from "lucide-react";
import { useLocale } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { ContentProblem } from "@/components/content/api";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Textarea } from "@/components/ui/forms/textarea";
import { focusAt, insertAtCursor } from "./insert-text";
import { useProblemText } from "./use-problem-text";
import { VariableMenu } from "./variable-menu";

export type LiquidFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  workspace: string;
  problems: readonly ContentProblem[];
  help?: ReactNode;
  counter?: ReactNode;
  optional?: boolean;
  /** One line, several lines, or source code. */
  form?: "line" | "text" | "code";
  rows?: number;
  placeholder?: string;
  disabled?: boolean;
  inputMode?: "url";
};

/** A text with Liquid: `{` opens the variables, problems stand where they are. */
export function LiquidField(props: LiquidFieldProps) {
  const { label, value, onChange, workspace, problems, form = "line", disabled } = props;
  const problemText = useProblemText();
  const locale = useLocale();
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const [touched, setTouched] = useState(false);

  const insert = (text: string) => {
    if (!control.current) return;
    const next = insertAtCursor(control.current, text);
    onChange(next.value);
    focusAt(control.current, next.cursor);
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const box = event.currentTarget as HTMLTextAreaElement;
    const isFirstBrace = event.key === "{" && box.value[(box.selectionStart ?? 0) - 1] !== "{";
    if (isFirstBrace) setTimeout(() => setMenuOpen(true));
  };

  // An empty field is not wrong before somebody has been there.
  const shown = problems.filter(({ code }) => code !== "required" || touched);
  const textsOf = (severity: ContentProblem["severity"]) =>
    shown
      .filter((problem) => problem.severity === severity)
      .map((problem) => problemText(problem, label.toLocaleLowerCase(locale)));
  const errors = textsOf("error");
  const warnings = textsOf("warning");
  const shared = {
    ref: control,
    value,
    disabled,
    placeholder: props.placeholder,
    onKeyDown: handleKeyDown,
    onBlur: () => setTouched(!menuOpen),
    spellCheck: form !== "code" && props.inputMode !== "url",
  };
  return (
    <Field
      label={label}
      optional={props.optional}
      error={errors.length > 0 ? errors.join(" ") : undefined}
      help={warnings.length > 0 ? <Warnings texts={warnings} /> : props.help}
      aside={
        <span className="flex items-center gap-2">
          {props.counter}
          {disabled ? null : (
            <VariableMenu
              workspace={workspace}
              fieldLabel={label}
              open={menuOpen}
              onOpenChange={setMenuOpen}
              onChoose={(name) => {
                setMenuOpen(false);
                insert(`{{ ${name} }}`);
              }}
              onSign={(sign) => {
                setMenuOpen(false);
                insert(`{${sign}`);
              }}
            />
          )}
        </span>
      }
    >
      {form === "line" ? (
        <Input
          {...shared}
          inputMode={props.inputMode}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <Textarea
          {...shared}
          rows={props.rows ?? 4}
          className={cn(
            form === "text" && (props.rows ?? 0) > 4 && "min-h-48",
            form === "code" && "max-h-130 font-mono text-xs max-sm:text-lg",
          )}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Warnings({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <span key={text} className="flex items-start gap-1.5 text-warning">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      {text}
    </span>
  ));
}
