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

export type GateAnswer = { gate: SkipReason; verdict: GateVerdict };

/** What the gate answered, question by question. Who was never asked, because sending did not come to them, has no answers. */
export function gateAnswersOf(skipReason: SkipReason | null, wasAsked: boolean): GateAnswer[] {
  const stoppedAt = skipReason ? skipReasons.indexOf(skipReason) : skipReasons.length;
  return skipReasons.map((gate, position) => {
    if (position === stoppedAt) return { gate, verdict: "stopped" };
    return { gate, verdict: wasAsked && position < stoppedAt ? "passed" : "not_asked" };
  });
}
