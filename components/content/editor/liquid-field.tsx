"use client";

import { TriangleAlert } from "lucide-react";
import { useLocale } from "next-intl";
import { type ComponentProps, type KeyboardEvent, type ReactNode, type Ref, useRef, useState } from "react";
import type { ContentProblem } from "@/components/content/api";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Textarea } from "@/components/ui/forms/textarea";
import { focusAt, insertAtCursor } from "./insert-text";
import { useProblemText } from "./use-problem-text";
import { VariableMenu } from "./variable-menu";

type TextBox = HTMLInputElement & HTMLTextAreaElement;

type TextProps = {
  value: string;
  onChange: (value: string) => void;
  /** One line, several lines, or source code. */
  form?: "line" | "text" | "code";
  rows?: number;
  placeholder?: string;
  disabled?: boolean | undefined;
  inputMode?: "url";
};

export type LiquidFieldProps = TextProps & {
  label: string;
  workspace: string;
  problems: readonly ContentProblem[];
  help?: ReactNode;
  counter?: ReactNode;
  optional?: boolean;
};

/** A text with Liquid: `{` opens the variables, problems stand where they are. */
export function LiquidField(props: LiquidFieldProps) {
  const { label, workspace, problems, help, counter, optional, ...text } = props;
  const control = useRef<TextBox>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const [touched, setTouched] = useState(false);
  const { errors, warnings } = useTexts(problems, label, touched);

  const insert = (piece: string) => {
    setMenuOpen(false);
    if (!control.current) return;
    const next = insertAtCursor(control.current, piece);
    text.onChange(next.value);
    focusAt(control.current, next.cursor);
  };
  const menu = (
    <VariableMenu
      workspace={workspace}
      fieldLabel={label}
      open={menuOpen}
      onOpenChange={setMenuOpen}
      onChoose={(name) => insert(`{{ ${name} }}`)}
      onSign={(sign) => insert(`{${sign}`)}
    />
  );
  return (
    <Field
      label={label}
      optional={optional}
      error={errors.length > 0 ? errors.join(" ") : undefined}
      help={warnings.length > 0 ? <Warnings texts={warnings} /> : help}
      aside={
        <span className="flex items-center gap-2">
          {counter}
          {text.disabled ? null : menu}
        </span>
      }
    >
      <TextControl
        {...text}
        ref={control}
        onBrace={() => setMenuOpen(true)}
        onBlur={() => setTouched(!menuOpen)}
      />
    </Field>
  );
}

/** An empty field is not wrong before somebody has been there. */
function useTexts(problems: readonly ContentProblem[], label: string, touched: boolean) {
  const problemText = useProblemText();
  const locale = useLocale();
  const textsOf = (severity: ContentProblem["severity"]) =>
    problems
      .filter((problem) => problem.severity === severity && (problem.code !== "required" || touched))
      .map((problem) => problemText(problem, label.toLocaleLowerCase(locale)));
  return { errors: textsOf("error"), warnings: textsOf("warning") };
}

type TextControlProps = TextProps & { ref: Ref<TextBox>; onBrace: () => void; onBlur: () => void };

function TextControl({ form = "line", rows = 4, onChange, onBrace, ...rest }: TextControlProps) {
  const shared: ComponentProps<"input"> & ComponentProps<"textarea"> = {
    ...rest,
    spellCheck: form !== "code" && rest.inputMode !== "url",
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const { value, selectionStart } = event.currentTarget;
      const isFirst = event.key === "{" && value[(selectionStart ?? 0) - 1] !== "{";
      // Once the brace is in the text: choosing replaces it.
      if (isFirst) setTimeout(onBrace);
    },
  };
  if (form === "line") return <Input {...shared} />;
  return (
    <Textarea
      {...shared}
      rows={rows}
      className={cn(
        form === "text" && rows > 4 && "min-h-48",
        form === "code" && "max-h-130 font-mono text-xs max-sm:text-lg",
      )}
    />
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
