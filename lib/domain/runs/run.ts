export const runStatuses = ["freezing", "sending", "paused", "finished", "cancelled"] as const;

export type RunStatus = (typeof runStatuses)[number];

export const runKinds = ["campaign", "automation", "transactional", "test"] as const;

export type RunKind = (typeof runKinds)[number];

/** What goes to many shares the places of what goes to many; a single message stands before no campaign. */
export const laneOf = (kind: RunKind): "bulk" | "transactional" =>
  kind === "campaign" || kind === "automation" ? "bulk" : "transactional";

/** Why a notification was not sent, in the order in which the gate asks. */
export const skipReasons = [
  "expired",
  "merged",
  "erased",
  "suppressed",
  "no_consent",
  "no_endpoint",
  "zone_passed",
  "unknown_zone",
  "frequency_cap",
  "quiet_hours",
  "no_code",
] as const;

export type SkipReason = (typeof skipReasons)[number];

export const deliveryStatuses = ["accepted", "delivered", "failed", "unknown", "retrying"] as const;

export type DeliveryStatus = (typeof deliveryStatuses)[number];

export const notificationStatuses = ["pending", "sent", "skipped", "failed", "unknown", "cancelled"] as const;

export type NotificationStatus = (typeof notificationStatuses)[number];

/** What a person's deliveries come to. `open`: an endpoint will be asked again. */
export type Verdict = "sent" | "failed" | "unknown" | "open";

/** One accepted endpoint reaches the person; one uncertain one may have. */
export function verdictOf(deliveries: readonly DeliveryStatus[]): Verdict {
  if (deliveries.includes("retrying")) return "open";
  if (deliveries.includes("accepted") || deliveries.includes("delivered")) return "sent";
  return deliveries.includes("unknown") ? "unknown" : "failed";
}

export type ReasonKind = "skipped" | "failed";

/** Why people were not reached, as chunks count it: under the gate's reason, or under the provider's code. */
export const reasonName = (kind: ReasonKind, why: string): string => `${kind}:${why}`;

export type ReasonCount = { name: string; count: number };

/** Those of one kind, by reason or code alone. */
export function reasonsOf(kind: ReasonKind, counts: readonly ReasonCount[]): Record<string, number> {
  const start = reasonName(kind, "");
  const own = counts.filter(({ name }) => name.startsWith(start));
  return Object.fromEntries(own.map(({ name, count }) => [name.slice(start.length), count]));
}

/** What became of everybody; the parts always add up to the audience. */
export type RunTotals = {
  audience: number;
  sent: number;
  skipped: number;
  failed: number;
  unknown: number;
  pending: number;
  cancelled: number;
};

/** Small campaigns are spread over a few chunks, large ones stay at a few hundred. */
export function chunkSizeFor(audience: number): number {
  return Math.min(5_000, Math.max(500, Math.ceil(audience / 8)));
}

/** Keys of a push that replaces itself on the device when it is asked for twice. */
export const collapseKeyOf = (runId: string): string => `pp${runId.replaceAll("-", "").slice(0, 24)}`;

export const idempotencyKeyOf = (runId: string, contactId: string, subscriptionId: string): string =>
  `${runId}.${contactId}.${subscriptionId}`;
