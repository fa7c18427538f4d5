import { useTranslations } from "next-intl";
import type { Step } from "@/lib/domain/automations/definition";

/** The place and kind of a step of this list; the trigger for null. */
export function useStepName(): (steps: readonly Step[], stepId: string | null) => string {
  const t = useTranslations("automations.editor");
  return (steps, stepId) => {
    if (stepId === null) return t("trigger");
    const index = steps.findIndex(({ id }) => id === stepId);
    const step = steps[index];
    return step ? t("stepTitle", { number: index + 1, kind: t(`kinds.${step.kind}`) }) : t("goneStep");
  };
}

/** The steps of the draft, then those that are live alone: whoever is on an old way may stand at one of them. */
export function knownSteps(automation: { draft: { steps: Step[] }; live: { steps: Step[] } | null }): Step[] {
  const { draft, live } = automation;
  const drafted = new Set(draft.steps.map(({ id }) => id));
  return [...draft.steps, ...(live?.steps ?? []).filter(({ id }) => !drafted.has(id))];
}
