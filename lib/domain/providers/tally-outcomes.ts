import type { Outcome } from "./outcome";

export type OutcomeTally = {
  accepted: number;
  /** Refused for the recipient's or the content's sake: says nothing about the provider. */
  rejected: number;
  /** Not taken for the provider's own sake. */
  faulted: number;
  isRefused: boolean;
  failureDetail: string | null;
};

export function tallyOutcomes(outcomes: readonly Outcome[]): OutcomeTally {
  const tally: OutcomeTally = { accepted: 0, rejected: 0, faulted: 0, isRefused: false, failureDetail: null };
  let isRefusal = false;
  for (const outcome of outcomes) {
    if (outcome.kind === "accepted") tally.accepted += 1;
    else if (!isProviderFault(outcome)) tally.rejected += 1;
    else {
      tally.faulted += 1;
      tally.failureDetail = `${outcome.code}: ${outcome.detail}`.slice(0, 300);
      isRefusal ||= outcome.kind === "auth_or_config";
    }
  }
  return { ...tally, isRefused: isRefusal && tally.accepted === 0 };
}

function isProviderFault(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case "transient":
      // Our own stop, not the provider's doing.
      return outcome.code !== "aborted";
    case "throttled":
      return outcome.scope === "account";
    case "auth_or_config":
    case "ambiguous":
      return true;
    default:
      return false;
  }
}
