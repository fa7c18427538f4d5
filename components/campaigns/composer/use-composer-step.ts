import { parseAsStringLiteral, useQueryState } from "nuqs";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type ComposerStep, composerSteps } from "./composer-step";

const stepParser = parseAsStringLiteral(composerSteps).withDefault("content");

export type OpenStep = {
  step: ComposerStep;
  goTo: (step: ComposerStep) => void;
  /** Steps that were open since the composer was opened. */
  visited: ReadonlySet<ComposerStep>;
  /** Takes the focus when another step opens, by whatever way: what had it is gone. */
  heading: RefObject<HTMLHeadingElement | null>;
};

/** The step in the address. */
export function useComposerStep(): OpenStep {
  const [step, setStep] = useQueryState("step", stepParser.withOptions({ history: "push" }));
  const [visited, setVisited] = useState<ReadonlySet<ComposerStep>>(new Set([step]));
  if (!visited.has(step)) setVisited(new Set([...visited, step]));
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [step]);
  return { step, goTo: (next) => void setStep(next), visited, heading };
}
