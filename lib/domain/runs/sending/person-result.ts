import type { DeliveryWrite, SkipWrite } from "@/db/queries/runs/record-results";
import type { DeliveryStatus } from "../run";

/** What became of one person in one pass. `open` people have an endpoint that will be tried again. */
export type PersonResult =
  | { kind: "skipped"; contactId: string; skip: SkipWrite }
  | {
      kind: "sent" | "failed" | "unknown" | "open";
      contactId: string;
      deliveries: DeliveryWrite[];
      gone: { subscriptionId: string; code: string }[];
      optedOut: string[];
    };

/** One accepted endpoint reaches the person; one uncertain one may have. */
export function verdictOf(
  deliveries: readonly { status: DeliveryStatus }[],
): "sent" | "failed" | "unknown" | "open" {
  if (deliveries.some(({ status }) => status === "retrying")) return "open";
  if (deliveries.some(({ status }) => status === "accepted" || status === "delivered")) return "sent";
  return deliveries.some(({ status }) => status === "unknown") ? "unknown" : "failed";
}
