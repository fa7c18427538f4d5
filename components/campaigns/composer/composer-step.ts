export const composerSteps = ["content", "audience", "schedule", "review"] as const;

export type ComposerStep = (typeof composerSteps)[number];

/** Where a problem of the forecast is put right. */
export function stepOfProblem(field: string | null, code: string): ComposerStep {
  if (code === "empty_audience" || field?.startsWith("audience")) return "audience";
  if (field === "scheduled_at") return "schedule";
  return "content";
}
