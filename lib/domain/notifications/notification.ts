import type { MessageCategory } from "@/lib/domain/channels/channel";
import {
  type DeliveryStatus,
  type NotificationStatus,
  type RunStatus,
  type SkipReason,
  skipReasons,
  verdictOf,
} from "@/lib/domain/runs/run";

export type NotificationSigns = {
  runStatus: RunStatus;
  isSkipped: boolean;
  deliveries: readonly DeliveryStatus[];
};

/** What became of one person: the sender's own verdict, and what there is to say before there is one. */
export function notificationStatusOf({
  runStatus,
  isSkipped,
  deliveries,
}: NotificationSigns): NotificationStatus {
  if (isSkipped) return "skipped";
  const verdict = deliveries.length === 0 ? "open" : verdictOf(deliveries);
  if (verdict !== "open") return verdict;
  return runStatus === "cancelled" ? "cancelled" : "pending";
}

export const gateVerdicts = ["passed", "stopped", "not_asked"] as const;

export type GateVerdict = (typeof gateVerdicts)[number];

/** On what the question about consent was passed. */
export const consentGrounds = ["granted", "not_recorded", "not_needed"] as const;

export type ConsentGround = (typeof consentGrounds)[number];

type ConsentSigns = {
  category: MessageCategory;
  isContactKnown: boolean;
  /** The latest word there is; older ones are not kept. */
  consent: { status: string; occurredAt: Date } | null;
  askedAt: Date | null;
};

/** Null where it cannot be said any more: the contact is gone, or has spoken since. */
export function consentGroundOf({
  category,
  isContactKnown,
  consent,
  askedAt,
}: ConsentSigns): ConsentGround | null {
  if (category === "transactional") return "not_needed";
  if (!consent) return isContactKnown ? "not_recorded" : null;
  return consent.status === "granted" && askedAt && consent.occurredAt <= askedAt ? "granted" : null;
}

export type GateAnswer = { gate: SkipReason; verdict: GateVerdict };

/** What the gate answered, question by question. Who was never asked, because sending did not come to them, has no answers. */
export function gateAnswersOf(skipReason: SkipReason | null, wasAsked: boolean): GateAnswer[] {
  const stoppedAt = skipReason ? skipReasons.indexOf(skipReason) : skipReasons.length;
  return skipReasons.map((gate, position) => {
    if (position === stoppedAt) return { gate, verdict: "stopped" };
    return { gate, verdict: wasAsked && position < stoppedAt ? "passed" : "not_asked" };
  });
}
