import type { OutcomeKind } from "./outcome";

export const outcomeKinds = [
  "accepted",
  "recipient_gone",
  "opted_out",
  "content_rejected",
  "transient",
  "throttled",
  "auth_or_config",
  "ambiguous",
] as const satisfies readonly OutcomeKind[];
