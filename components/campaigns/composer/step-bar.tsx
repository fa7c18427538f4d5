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
    <nav aria-label={t("label")} className="-mx-1 mb-6 overflow-x-auto px-1 py-1">
      <ol className="flex min-w-max items-center gap-1 sm:gap-2">
        {composerSteps.map((name, position) => (
          <li key={name} className="flex items-center gap-1 sm:gap-2">
            {position > 0 ? <span aria-hidden className="h-px w-3 bg-border sm:w-8" /> : null}
            <button
              type="button"
              aria-current={name === step ? "step" : undefined}
              onClick={() => onStepChange(name)}
              className={cn(
                "flex h-9 items-center gap-2 rounded-md px-2 font-medium text-sm transition-colors hover:bg-accent max-sm:px-1.5",
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
        "flex size-5 shrink-0 items-center justify-center rounded-full border font-semibold text-2xs tabular-nums max-sm:hidden",
        isCurrent && "border-brand-solid bg-brand-solid text-brand-foreground",
        isDone && !isCurrent && "border-success-line bg-success-subtle text-success",
        isDone && "max-sm:flex",
      )}
    >
      {isDone ? <Check className="size-3" strokeWidth={3} /> : number}
    </span>
  );
}
