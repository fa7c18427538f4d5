"use client";

import { ChevronDown, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { AutomationProblem } from "../api";
import { useAutomationProblemWords } from "../words/use-automation-problem-words";

export type EditorCardProps = {
  /** Found by it when something leads here. */
  anchor: string;
  icon: ReactNode;
  /** What kind of part it is. */
  title: string;
  /** What it does, in words. */
  summary: ReactNode;
  isOpen: boolean;
  onToggle: () => void;
  problems: readonly AutomationProblem[];
  figures?: ReactNode;
  actions?: ReactNode;
  /** Its fields can only be looked at. */
  isReadOnly?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Fields; absent where there is nothing to open. */
  children?: ReactNode;
};

/** One part of an automation: what it does, how many people are there, and its fields once it is opened. */
export function EditorCard(props: EditorCardProps) {
  const { anchor, icon, title, summary, isOpen, onToggle, problems, figures, actions, children } = props;
  const t = useTranslations("automations.editor");
  const bodyId = useId();
  const isBlocked = problems.some(({ severity }) => severity === "blocking");
  // Kept while closed: half a condition must not vanish.
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return (
    <section
      data-step={anchor}
      aria-label={title}
      onKeyDown={props.onKeyDown}
      className={cn("scroll-mt-20 rounded-lg border bg-card", isBlocked && "border-danger-line")}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 p-3 sm:p-3.5 lg:flex-nowrap">
        <span
          aria-hidden
          className="flex size-8 shrink-0 items-center justify-center rounded-md border bg-muted text-muted-foreground [&_svg]:size-4"
        >
          {icon}
        </span>
        <div className="min-w-0 flex-1 basis-32">
          <h2 className="font-medium text-muted-foreground text-xs">{title}</h2>
          <div className="break-words text-sm">{summary}</div>
        </div>
        {figures ? (
          <div className="order-last basis-full sm:pl-12 lg:order-none lg:basis-auto lg:self-center lg:pl-0">
            {figures}
          </div>
        ) : null}
        <div className="ml-auto flex shrink-0 items-center">
          {actions}
          {children ? (
            <button
              type="button"
              data-step-toggle=""
              aria-expanded={isOpen}
              aria-controls={bodyId}
              onClick={onToggle}
              className="inline-flex h-8 items-center gap-1 rounded-md px-2 font-medium text-sm transition-colors hover:bg-accent max-sm:h-10"
            >
              {t(isOpen ? "close" : props.isReadOnly ? "show" : "edit")}
              <span className="sr-only">{title}</span>
              <ChevronDown
                aria-hidden
                className={cn("size-4 transition-transform", isOpen && "rotate-180")}
              />
            </button>
          ) : null}
        </div>
      </div>
      <Problems problems={problems} />
      {children && wasOpen ? (
        <div id={bodyId} hidden={!isOpen} className="border-t p-3 sm:p-4">
          {children}
        </div>
      ) : null}
    </section>
  );
}

function Problems({ problems }: { problems: readonly AutomationProblem[] }) {
  const wordsOf = useAutomationProblemWords();
  if (problems.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 px-3.5 pb-3 text-xs">
      {problems.map((problem) => (
        <li
          key={[problem.code, problem.pointer, problem.channel, problem.content?.code].join(":")}
          className={cn(
            "flex items-start gap-1.5",
            problem.severity === "blocking" ? "text-danger" : "text-warning",
          )}
        >
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {wordsOf(problem)}
        </li>
      ))}
    </ul>
  );
}
