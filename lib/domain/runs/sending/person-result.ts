import type { DeliveryWrite, SkipWrite } from "@/db/queries/runs/record-results";
import type { Verdict } from "../run";

/**
 * What became of one person in one pass. `open` people have an endpoint that will be tried again. `mayHaveArrived`: of this
 * pass some answer is missing.
 */
export type PersonResult = { mayHaveArrived: boolean } & (
  | { kind: "skipped"; contactId: string; skip: SkipWrite }
  | {
      kind: Verdict;
      contactId: string;
      deliveries: DeliveryWrite[];
      gone: { subscriptionId: string; code: string }[];
      optedOut: string[];
    }
);
