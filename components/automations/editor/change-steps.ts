import { randomId } from "@/lib/browser/random-id";
import { toUuid } from "@/lib/contracts/wire/ids";
import { everyone } from "@/lib/domain/audience/audience-filter";
import type { Step } from "@/lib/domain/automations/definition";
import { emptyContent } from "@/lib/domain/content/content";

/** Whoever adds a step makes its id, which it keeps for life. */
const newStepId = (): string => toUuid(randomId());

/** A step to begin with, complete but for its words. */
export function newStep(kind: Step["kind"], language: string): Step {
  const id = newStepId();
  switch (kind) {
    case "wait":
      return { id, kind, minutes: 1_440 };
    case "wait_until":
      return { id, kind, at: "10:00" };
    case "condition":
      return { id, kind, test: { kind: "audience", filter: everyone }, otherwise: "exit" };
    case "message":
      return {
        id,
        kind,
        channels: ["app_push"],
        category: "marketing",
        contents: [{ ...emptyContent, language }],
        isBestTime: false,
        ttlSeconds: null,
        priority: "normal",
        tracking: null,
      };
  }
}

export const insertStep = (steps: readonly Step[], index: number, step: Step): Step[] =>
  steps.toSpliced(index, 0, step);

/** The part is laid over the step as it is by now. */
export const changeStep = (steps: readonly Step[], id: string, part: Partial<Step>): Step[] =>
  steps.map((step) => (step.id === id ? ({ ...step, ...part } as Step) : step));

export const removeStep = (steps: readonly Step[], id: string): Step[] =>
  steps.filter((step) => step.id !== id);

/** One place up or down; the first goes no further up, the last no further down. */
export function moveStep(steps: readonly Step[], id: string, direction: "up" | "down"): Step[] {
  const from = steps.findIndex((step) => step.id === id);
  const to = direction === "up" ? from - 1 : from + 1;
  const step = steps[from];
  if (!step || to < 0 || to >= steps.length) return [...steps];
  return steps.toSpliced(from, 1).toSpliced(to, 0, step);
}

/** The copy stands behind the original, under an id of its own: its figures are its own too. */
export function duplicateStep(steps: readonly Step[], id: string): { steps: Step[]; copyId: string | null } {
  const index = steps.findIndex((step) => step.id === id);
  const original = steps[index];
  if (!original) return { steps: [...steps], copyId: null };
  const copy = { ...structuredClone(original), id: newStepId() };
  return { steps: insertStep(steps, index + 1, copy), copyId: copy.id };
}
