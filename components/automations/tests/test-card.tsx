"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { StatusPill } from "@/components/ui/display/status-pill";
import type { Step } from "@/lib/domain/automations/definition";
import type { AutomationTest, TestOutcome } from "../api";
import { useDefinitionWords } from "../words/use-definition-words";
import { usePassageWords } from "../words/use-passage-words";
import { useStepName } from "../words/use-step-name";
import { useTestActs } from "./use-test-acts";

export type TestCardProps = {
  automationId: string;
  test: AutomationTest;
  steps: readonly Step[];
  outcome: TestOutcome | undefined;
  /** Absent where the person may only look. */
  onEdit: (() => void) | undefined;
  onChanged: () => void;
};

export function TestCard({ automationId, test, steps, outcome, onEdit, onChanged }: TestCardProps) {
  const t = useTranslations("automations.tests");
  const { slug } = useShell().workspace;
  const { save, remove } = useTestActs(slug, automationId);
  const { name, scenario } = test;
  const accept = (messages: TestOutcome["messages"]) =>
    save.mutate(
      { testId: test.id, body: { name, scenario: { ...scenario, expected: messages } } },
      { onSuccess: onChanged },
    );
  return (
    <li className="rounded-lg border bg-card p-4 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 break-words font-medium">{name}</h2>
        {outcome ? (
          <StatusPill status={outcome.passed ? "done" : "failed"}>
            {t(outcome.passed ? "passed" : "failed")}
          </StatusPill>
        ) : (
          <StatusPill status="idle">{t("notRun")}</StatusPill>
        )}
        {onEdit ? (
          <span className="ml-auto flex">
            <IconButton icon={<Pencil />} label={t("edit", { name })} onClick={onEdit} />
            <IconButton icon={<Trash2 />} label={t("remove", { name })} onClick={() => remove.mutate(test)} />
          </span>
        ) : null}
      </div>
      <p className="text-muted-foreground text-xs">
        {t("summary", { events: scenario.events.length, messages: scenario.expected.length })}
      </p>
      {outcome ? <Outcome outcome={outcome} steps={steps} /> : null}
      {outcome && !outcome.passed && !outcome.isTooLong && onEdit ? (
        <Button size="sm" className="mt-3" loading={save.isPending} onClick={() => accept(outcome.messages)}>
          {t("accept")}
        </Button>
      ) : null}
    </li>
  );
}

function Outcome({ outcome, steps }: { outcome: TestOutcome; steps: readonly Step[] }) {
  const t = useTranslations("automations.tests");
  const passageWords = usePassageWords();
  const stepName = useStepName();
  const after = useAfter();
  const { missing, unexpected, timeline, isTooLong } = outcome;
  return (
    <div className="mt-3 flex flex-col gap-3">
      {isTooLong ? <p className="text-danger">{t("tooLong")}</p> : null}
      {missing.length + unexpected.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {missing.map(({ atMinutes, stepId }, position) => (
            <li key={`missing:${position.toString()}`} className="text-danger">
              {t("missing", { step: stepName(steps, stepId), after: after(atMinutes) })}
            </li>
          ))}
          {unexpected.map(({ atMinutes, stepId }, position) => (
            <li key={`unexpected:${position.toString()}`} className="text-danger">
              {t("unexpected", { step: stepName(steps, stepId), after: after(atMinutes) })}
            </li>
          ))}
        </ul>
      ) : null}
      <details>
        <summary className="w-fit cursor-pointer rounded-sm text-muted-foreground text-xs">
          {t("timeline")}
        </summary>
        {timeline.length === 0 ? <p className="mt-2">{t("nothingHappened")}</p> : null}
        <ol className="mt-2 flex flex-col gap-1.5">
          {timeline.map((entry, position) => (
            <li
              key={position.toString()}
              className="grid gap-x-4 sm:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)]"
            >
              <span className="text-muted-foreground tabular-nums">{after(entry.atMinutes)}</span>
              <span className="min-w-0">{passageWords(entry)}</span>
              <span className="min-w-0 text-muted-foreground">
                {entry.outcome === "completed" ? null : stepName(steps, entry.stepId)}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

/** How long after the start. */
function useAfter(): (minutes: number) => string {
  const t = useTranslations("automations.tests");
  const { duration } = useDefinitionWords();
  return (minutes) => (minutes === 0 ? t("atStart") : t("after", { duration: duration(minutes) }));
}
