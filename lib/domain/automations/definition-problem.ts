export const definitionProblemCodes = [
  "no_event",
  "no_step",
  "no_message",
  "duplicate_step",
  "no_channel",
  "duplicate_channel",
  "no_content",
  "content",
  "no_provider",
  "nothing_to_skip",
  "wait_at_end",
] as const;

export type DefinitionProblem = {
  severity: "blocking" | "warning";
  code: (typeof definitionProblemCodes)[number];
  /** Path in the request body. */
  pointer: string;
  stepId: string | null;
  detail: string;
};
