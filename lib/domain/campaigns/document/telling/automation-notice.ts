import {
  type Definition,
  type ExitRule,
  type MessageStep,
  messageSteps,
  type Reentry,
} from "@/lib/domain/automations/definition";
import { emptyContent } from "@/lib/domain/content/content";
import type { DocumentTime, Notice } from "../notification-document";
import { findUntoldContent } from "./untold-content";

/** Who wants to hear nothing any more leaves, as in every recipe. */
const exits: ExitRule[] = [{ kind: "unsubscribed" }];

/** What happens again is told again; carts and birthdays count by themselves. */
const reentryOf = (kind: Definition["trigger"]["kind"]): Reentry => ({
  kind: kind === "event" ? "always" : "once",
});

/** The parts of an automation that a document speaks of, and names of those that it does not. */
export function noticeOfDefinition(
  definition: Definition,
  stepId: string,
): { notice: Notice; untold: string[] } | undefined {
  const step = messageSteps(definition).find(({ id }) => id === stepId);
  const [channel, ...others] = step?.channels ?? [];
  if (!step || !channel) return undefined;
  const { trigger, startsAt, audience, steps } = definition;
  const time: DocumentTime = {
    kind: "trigger_based",
    trigger,
    startsAt: startsAt ? new Date(startsAt).toISOString() : null,
  };
  return {
    notice: {
      content: step.contents[0] ?? emptyContent,
      channels: [channel, ...others],
      audience,
      time,
      isBestTime: step.isBestTime,
      tracking: step.tracking,
      priority: step.priority,
      ttlSeconds: step.ttlSeconds,
    },
    untold: [
      ...(steps.length === 1 ? [] : ["definition.steps"]),
      ...findUntoldContent(step.contents, "definition.steps.0.contents"),
      ...(step.category === "marketing" ? [] : ["definition.steps.0.category"]),
      ...(step.couponBatchId ? ["definition.steps.0.coupon_batch_id"] : []),
      ...(isUsualExits(definition.exits) ? [] : ["definition.exits"]),
      ...(trigger.kind !== "event" || definition.reentry.kind === "always" ? [] : ["definition.reentry"]),
    ],
  };
}

const isUsualExits = (own: ExitRule[]): boolean => own.length === 1 && own[0]?.kind === "unsubscribed";

export function toDefinition(
  notice: Notice,
  time: Extract<DocumentTime, { kind: "trigger_based" }>,
  stepId: string,
): Definition {
  const step: MessageStep = {
    id: stepId,
    kind: "message",
    channels: notice.channels,
    category: "marketing",
    contents: [notice.content],
    isBestTime: notice.isBestTime,
    ttlSeconds: notice.ttlSeconds,
    priority: notice.priority,
    tracking: notice.tracking,
  };
  const { trigger, startsAt } = time;
  return {
    trigger,
    audience: notice.audience,
    reentry: reentryOf(trigger.kind),
    steps: [step],
    exits,
    startsAt,
  };
}
