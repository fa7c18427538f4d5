import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { toast } from "@/components/ui/feedback/toast";
import type { Step } from "@/lib/domain/automations/definition";
import { changeStep, duplicateStep, insertStep, moveStep, newStep, removeStep } from "./change-steps";
import type { OpenAutomation } from "./use-automation-draft";

export type StepActs = {
  add: (index: number, kind: Step["kind"]) => void;
  change: <S extends Step>(step: S, part: Partial<S>) => void;
  move: (id: string, direction: "up" | "down") => void;
  duplicate: (id: string) => void;
  remove: (id: string) => void;
  noteUnfinished: OpenAutomation["unfinished"]["note"];
};

/** What can be done with the steps, what is read out about it, and where the focus goes. */
export function useStepActs(open: OpenAutomation, language: string, onOpenStep: (id: string) => void) {
  const t = useTranslations("automations.editor");
  const [announcement, setAnnouncement] = useState("");
  const focus = useStepFocus();
  const { changeDefinition, read } = open;
  const placeOf = (id: string) => {
    const { steps } = read().draft.definition;
    const index = steps.findIndex((step) => step.id === id);
    return { index, step: steps[index], number: index + 1, total: steps.length };
  };
  const announce = (key: "moved" | "added" | "copied" | "removed" | "restored", id: string) => {
    const { step, number, total } = placeOf(id);
    setAnnouncement(t(`announce.${key}`, { kind: step ? t(`kinds.${step.kind}`) : "", number, total }));
  };
  const acts: StepActs = {
    add: (index, kind) => {
      const step = newStep(kind, language);
      changeDefinition(({ steps }) => ({ steps: insertStep(steps, index, step) }));
      announce("added", step.id);
      onOpenStep(step.id);
      focus(step.id);
    },
    change: ({ id }, part) => changeDefinition(({ steps }) => ({ steps: changeStep(steps, id, part) })),
    move: (id, direction) => {
      changeDefinition(({ steps }) => ({ steps: moveStep(steps, id, direction) }));
      announce("moved", id);
      focus(id);
    },
    duplicate: (id) => {
      const { steps, copyId } = duplicateStep(read().draft.definition.steps, id);
      if (!copyId) return;
      changeDefinition(() => ({ steps }));
      announce("copied", copyId);
      focus(copyId);
    },
    remove: (id) => {
      const { step, index, number, total } = placeOf(id);
      if (!step) return;
      changeDefinition(({ steps }) => ({ steps: removeStep(steps, id) }));
      setAnnouncement(t("announce.removed", { kind: t(`kinds.${step.kind}`), number, total }));
      const undo = () => {
        if (placeOf(id).step) return;
        changeDefinition(({ steps }) => ({ steps: insertStep(steps, index, step) }));
        announce("restored", id);
        focus(id);
      };
      toast.info(t("removed", { kind: t(`kinds.${step.kind}`) }), {
        action: { label: t("undo"), onClick: undo },
      });
      const next = read().draft.definition.steps[Math.min(index, total - 2)];
      if (next) focus(next.id);
    },
    noteUnfinished: open.unfinished.note,
  };
  return { acts, announcement };
}

/** A step that moves is drawn anew; what it was moved by must not lose the focus. */
function useStepFocus(): (id: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (!wanted.current) return;
    document.querySelector<HTMLElement>(`[data-step="${wanted.current}"] [data-step-toggle]`)?.focus();
    wanted.current = undefined;
  });
  return (id) => {
    wanted.current = id;
  };
}
