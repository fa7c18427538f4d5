"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { type ComposerStep, composerSteps } from "./composer-step";

export type StepBarProps = {
  step: ComposerStep;
  done: Record<ComposerStep, boolean>;
  onStepChange: (step: ComposerStep) => void;
};

/** Every step is reachable at any time; a tick says that it is complete. */
export function StepBar({ step, done, onStepChange }: StepBarProps) {
  const t = useTranslations("campaigns.steps");
  return (
    <nav aria-label={t("label")} className="mb-6">
      <ol className="grid grid-cols-4 gap-1 sm:flex sm:items-center sm:gap-2">
        {composerSteps.map((name, position) => (
          <li key={name} className="min-w-0 sm:flex sm:items-center sm:gap-2">
            {position > 0 ? <span aria-hidden className="hidden h-px w-8 bg-border sm:block" /> : null}
            <button
              type="button"
              aria-current={name === step ? "step" : undefined}
              onClick={() => onStepChange(name)}
              className={cn(
                "flex w-full flex-col items-center gap-1.5 rounded-md px-1 py-2 font-medium text-xs transition-colors hover:bg-accent sm:h-9 sm:w-auto sm:flex-row sm:gap-2 sm:px-2 sm:py-0 sm:text-sm",
                name === step ? "text-foreground" : "text-muted-foreground",
              )}
            >
              <Mark number={position + 1} isDone={done[name]} isCurrent={name === step} />
              {t(name)}
              <span className="sr-only">{t(done[name] ? "complete" : "incomplete")}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ number, isDone, isCurrent }: { number: number; isDone: boolean; isCurrent: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        "flex size-5 shrink-0 items-center justify-center rounded-full border font-semibold text-2xs tabular-nums",
        isCurrent && "border-brand-solid bg-brand-solid text-brand-foreground",
        isDone && !isCurrent && "border-success-line bg-success-subtle text-success",
      )}
    >
      {isDone ? <Check className="size-3" strokeWidth={3} /> : number}
    </span>
  );
}
