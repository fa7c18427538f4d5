import { invalidState } from "@/lib/platform/errors";

export const automationStatuses = ["draft", "live", "paused", "archived"] as const;

export type AutomationStatus = (typeof automationStatuses)[number];

export const automationActions = ["edit", "publish", "pause", "resume", "archive", "delete"] as const;

export type AutomationAction = (typeof automationActions)[number];

/** The one transition table. What is live is edited as a draft beside it until the next publish. */
const transitions: Record<
  AutomationAction,
  { from: readonly AutomationStatus[]; to: AutomationStatus | undefined }
> = {
  edit: { from: ["draft", "live", "paused"], to: undefined },
  publish: { from: ["draft", "live", "paused"], to: "live" },
  pause: { from: ["live"], to: "paused" },
  resume: { from: ["paused"], to: "live" },
  archive: { from: ["draft", "live", "paused"], to: "archived" },
  delete: { from: ["draft"], to: undefined },
};

export const mayDo = (status: AutomationStatus, action: AutomationAction): boolean =>
  transitions[action].from.includes(status);

/** Where an act leads from here; refuses with the states that would allow it. */
export function assertCan(status: AutomationStatus, action: AutomationAction): AutomationStatus {
  const { from, to } = transitions[action];
  if (from.includes(status)) return to ?? status;
  throw invalidState(`An automation that is ${status} cannot be asked to ${action}.`, {
    reason: "automation_state",
    from: status,
    action,
    allowed: from,
  });
}

export const enrolmentStatuses = ["active", "completed", "exited"] as const;

/** `completed`: went through all steps. `exited`: left before, for a reason. */
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

/** Why somebody left before the end. */
export const exitReasons = [
  "ordered",
  "event",
  "unsubscribed",
  "left_audience",
  "condition",
  "cart_emptied",
  "cart_category",
  "newer_carts",
  "out_of_stock",
  "active_again",
  "birthday_changed",
  "coupon_used",
  "membership_renewed",
  "erased",
  "merged",
  "removed",
  "archived",
] as const;

export type ExitReason = (typeof exitReasons)[number];

export const passageOutcomes = [
  "entered",
  "reset",
  "waiting",
  "waited",
  "met",
  "not_met",
  "sent",
  "unreachable",
  "completed",
  "exited",
  "failed",
] as const;

/**
 * What became of somebody at a step: `sent` hands a message to the sender, whose own records say what became of it;
 * `failed`: they could not be moved on, and are tried again later.
 */
export type PassageOutcome = (typeof passageOutcomes)[number];

export const automationNameCharsMax = 200;
