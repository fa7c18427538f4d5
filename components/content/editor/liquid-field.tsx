"use client";

import { TriangleAlert } from "lucide-react";
import { useLocale } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import type { ContentProblem } from "@/components/content/api";
import { Field } from "@/components/ui/forms/field";
import { rangeAtCursor, type TextControl, typeOver } from "./insert-text";
import { SuggestingControl, type TextProps } from "./suggesting-control";
import { useProblemText } from "./use-problem-text";
import { VariableMenu } from "./variable-menu";

export type LiquidFieldProps = TextProps & {
  label: string;
  workspace: string;
  problems: readonly ContentProblem[];
  help?: ReactNode;
  counter?: ReactNode;
  optional?: boolean;
};

/** A text with Liquid: a brace offers the variables, problems stand where they are. */
export function LiquidField(props: LiquidFieldProps) {
  const { label, workspace, problems, help, counter, optional, ...text } = props;
  const control = useRef<TextControl>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const [touched, setTouched] = useState(false);
  const { errors, warnings } = useTexts(problems, label, touched);

  const insert = (name: string) => {
    if (control.current) typeOver(control.current, rangeAtCursor(control.current), `{{ ${name} }}`);
    setMenuOpen(false);
  };
  const menu = (
    <VariableMenu
      workspace={workspace}
      fieldLabel={label}
      open={menuOpen}
      onOpenChange={setMenuOpen}
      onChoose={insert}
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
      <SuggestingControl
        {...text}
        control={control}
        workspace={workspace}
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

function Warnings({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <span key={text} className="flex items-start gap-1.5 text-warning">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      {text}
    </span>
  ));
}
