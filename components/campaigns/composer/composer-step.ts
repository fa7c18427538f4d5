export const composerSteps = ["content", "audience", "schedule", "review"] as const;

export type ComposerStep = (typeof composerSteps)[number];

/** Where a problem of the forecast is put right. */
export function stepOfProblem(field: string | null, code: string): ComposerStep {
  if (code === "empty_audience" || field?.startsWith("audience")) return "audience";
  if (field === "scheduled_at" || field?.startsWith("timing")) return "schedule";
  return "content";
}

type Problem = { severity: "blocking" | "warning"; field: string | null; code: string };

/** The steps where something has to be put right before it can be sent. */
export const blockedSteps = (problems: readonly Problem[]): ReadonlySet<ComposerStep> =>
  new Set(
    problems
      .filter(({ severity }) => severity === "blocking")
      .map(({ field, code }) => stepOfProblem(field, code)),
  );

/**
 * The steps with a tick: complete, and seen or decided. A fresh draft goes to everyone, now; that is complete, but
 * nobody has chosen it before they were there. The review shows every step.
 */
export function tickedSteps(
  complete: Record<Exclude<ComposerStep, "review">, boolean>,
  decided: Record<Exclude<ComposerStep, "review">, boolean>,
  visited: ReadonlySet<ComposerStep>,
): Record<ComposerStep, boolean> {
  const isReviewed = visited.has("review");
  const isTicked = (step: Exclude<ComposerStep, "review">) =>
    complete[step] && (decided[step] || visited.has(step) || isReviewed);
  const { content, audience, schedule } = complete;
  return {
    content: isTicked("content"),
    audience: isTicked("audience"),
    schedule: isTicked("schedule"),
    review: isReviewed && content && audience && schedule,
  };
}
