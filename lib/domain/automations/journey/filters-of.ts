import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Definition } from "../definition";

/** What may be asked of somebody who is inside. */
export function filtersOf({ audience, steps, exits }: Definition): AudienceFilter[] {
  const asked = steps.flatMap((step) =>
    step.kind === "condition" && step.test.kind === "audience" ? [step.test.filter] : [],
  );
  return exits.some(({ kind }) => kind === "left_audience") ? [audience, ...asked] : asked;
}
