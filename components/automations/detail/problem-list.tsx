"use client";

import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import type { Automation, AutomationProblem } from "../api";
import { useAutomationProblemWords } from "../words/use-automation-problem-words";

export const problemListId = "automation-problems";

export type ProblemListProps = { automation: Automation; onGoTo: (part: string) => void };

/** What stands in the way of publishing, then what deserves a look; each leads to the part it is about. */
export function ProblemList({ automation, onGoTo }: ProblemListProps) {
  const t = useTranslations("automations.problemList");
  const { problems, status } = automation;
  if (status === "archived" || problems.length === 0) return null;
  const obstacles = problems.filter(({ severity }) => severity === "blocking");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return (
    <div id={problemListId} tabIndex={-1} className="mx-auto mb-5 flex max-w-5xl flex-col gap-3">
      {obstacles.length > 0 ? (
        <Callout tone="danger" title={t("blocking", { count: obstacles.length })}>
          <Lines problems={obstacles} automation={automation} onGoTo={onGoTo} />
        </Callout>
      ) : null}
      {warnings.length > 0 ? (
        <Callout tone="warning" title={t("warnings", { count: warnings.length })}>
          <details>
            <summary className="w-fit cursor-pointer rounded-sm">{t("show")}</summary>
            <Lines problems={warnings} automation={automation} onGoTo={onGoTo} />
          </details>
        </Callout>
      ) : null}
    </div>
  );
}

type LinesProps = ProblemListProps & { problems: readonly AutomationProblem[] };

function Lines({ problems, automation, onGoTo }: LinesProps) {
  const t = useTranslations("automations");
  const { slug } = useShell().workspace;
  const wordsOf = useAutomationProblemWords();
  const { steps } = automation.draft;
  return (
    <ul className="mt-1.5 flex flex-col gap-1.5">
      {problems.map((problem) => {
        const index = steps.findIndex(({ id }) => id === problem.stepId);
        const step = steps[index];
        const place = step
          ? t("editor.stepTitle", { number: index + 1, kind: t(`editor.kinds.${step.kind}`) })
          : undefined;
        const part = problem.stepId ?? partOf(problem.pointer);
        return (
          <li
            key={[problem.code, problem.pointer, problem.channel, problem.content?.code].join(":")}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1"
          >
            <span className="min-w-0 text-foreground">
              {place ? t("problemList.at", { place, problem: wordsOf(problem) }) : wordsOf(problem)}
            </span>
            <span className="flex gap-2">
              {problem.code === "no_provider" ? (
                <ButtonLink size="sm" href={hrefOf(slug, "providers")}>
                  {t("problemList.toProviders")}
                </ButtonLink>
              ) : null}
              {part ? (
                <Button size="sm" onClick={() => onGoTo(part)}>
                  {t("problemList.goTo")}
                  <span className="sr-only">{place ?? wordsOf(problem)}</span>
                </Button>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The card that a problem of no single step belongs to. */
function partOf(pointer: string): string | undefined {
  const [, part] = pointer.split(".");
  return part === "trigger" || part === "audience" || part === "exits" ? part : undefined;
}
