"use client";

import { CircleAlert, Plus, Trash2, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { ContentProblem } from "@/components/content/api";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/forms/input";
import type { ContentAction } from "@/lib/domain/content/content";
import { actionsShown } from "@/lib/domain/content/content-rules";
import { useProblemText } from "./use-problem-text";

type ActionsFieldProps = {
  value: ContentAction[];
  onChange: (actions: ContentAction[]) => void;
  problems: readonly ContentProblem[];
  disabled?: boolean | undefined;
};

export function ActionsField({ value, onChange, problems, disabled }: ActionsFieldProps) {
  const t = useTranslations("content");
  const change = (index: number, part: Partial<ContentAction>) =>
    onChange(value.map((action, at) => (at === index ? { ...action, ...part } : action)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">
        {t("fields.actions")}
        <span className="ml-1.5 font-normal text-subtle-foreground">
          {t("editor.upTo", { max: actionsShown.max })}
        </span>
      </legend>
      {value.map((action, index) => (
        <ActionRow
          key={action.id}
          action={action}
          number={index + 1}
          problems={problems.filter(({ part }) => part?.startsWith(`${index}.`))}
          disabled={disabled}
          onChange={(part) => change(index, part)}
          onRemove={() => onChange(value.filter((_, at) => at !== index))}
        />
      ))}
      <Problems problems={problems.filter(({ part }) => part === null)} />
      {value.length < actionsShown.max && !disabled ? (
        <Button
          size="sm"
          icon={<Plus />}
          className="self-start"
          onClick={() => onChange([...value, { id: freeId(value), title: "" }])}
        >
          {t("editor.addAction")}
        </Button>
      ) : null}
    </fieldset>
  );
}

type ProblemsProps = {
  problems: readonly ContentProblem[];
  id?: string;
  /** Of the control that a problem is about. */
  labelOf?: (problem: ContentProblem) => string;
};

function Problems({ problems, id, labelOf }: ProblemsProps) {
  const t = useTranslations("content.editor");
  const problemText = useProblemText();
  if (problems.length === 0) return null;
  return (
    <div id={id} className="flex flex-col gap-1 text-xs">
      {problems.map((problem) => (
        <p
          key={`${problem.code}:${problem.part}`}
          className={cn(
            "flex items-start gap-1.5",
            problem.severity === "error" ? "text-danger" : "text-warning",
          )}
        >
          {problem.severity === "error" ? (
            <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          ) : (
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          )}
          {labelOf
            ? t("problemAt", { place: labelOf(problem), problem: problemText(problem) })
            : problemText(problem)}
        </p>
      ))}
    </div>
  );
}

function freeId(actions: ContentAction[]): string {
  const taken = new Set(actions.map(({ id }) => id));
  let number = 1;
  while (taken.has(`action_${number}`)) number += 1;
  return `action_${number}`;
}

type ActionRowProps = {
  action: ContentAction;
  number: number;
  /** Of this button alone. */
  problems: readonly ContentProblem[];
  disabled: boolean | undefined;
  onChange: (part: Partial<ContentAction>) => void;
  onRemove: () => void;
};

function ActionRow({ action, number, problems, disabled, onChange, onRemove }: ActionRowProps) {
  const t = useTranslations("content.editor");
  const problemsId = useId();
  const labels = { title: t("actionTitle", { number }), url: t("actionUrl", { number }) };
  const markOf = (what: "title" | "url") =>
    problems.some(({ part }) => part === `${number - 1}.${what}`)
      ? { "aria-invalid": true, "data-invalid": "", "aria-describedby": problemsId }
      : {};
  return (
    <>
      <div className="flex items-center gap-2 max-sm:flex-wrap">
        <Input
          {...markOf("title")}
          aria-label={labels.title}
          placeholder={t("actionTitlePlaceholder")}
          value={action.title}
          disabled={disabled}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
          className="max-sm:flex-1 sm:max-w-48"
        />
        <Input
          {...markOf("url")}
          aria-label={labels.url}
          placeholder="https://"
          inputMode="url"
          value={action.url ?? ""}
          disabled={disabled}
          onChange={(event) => onChange({ url: event.currentTarget.value })}
          className="max-sm:order-last max-sm:basis-full"
        />
        {disabled ? null : (
          <IconButton icon={<Trash2 />} label={t("removeAction", { number })} onClick={onRemove} />
        )}
      </div>
      <Problems
        id={problemsId}
        problems={problems}
        labelOf={({ part }) => labels[part?.endsWith(".title") ? "title" : "url"]}
      />
    </>
  );
}
