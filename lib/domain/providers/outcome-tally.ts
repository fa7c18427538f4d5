import type { Outcome } from "./outcome";

/** What a provider answered to a batch, counted as it comes: a chunk's answers are too many to keep. */
export class OutcomeTally {
  accepted = 0;
  /** Refused for the recipient's or the content's sake: says nothing about the provider. */
  rejected = 0;
  /** Not taken for the provider's own sake. */
  faulted = 0;
  failureDetail: string | null = null;
  private hasRefusal = false;

  static of(outcomes: readonly Outcome[]): OutcomeTally {
    const tally = new OutcomeTally();
    for (const outcome of outcomes) tally.add(outcome);
    return tally;
  }

  get isEmpty(): boolean {
    return this.accepted + this.rejected + this.faulted === 0;
  }

  /** The account itself was turned away, and nothing got through. */
  get isRefused(): boolean {
    return this.hasRefusal && this.accepted === 0;
  }

  add(outcome: Outcome): void {
    if (outcome.kind === "accepted") this.accepted += 1;
    else if (!isProviderFault(outcome)) this.rejected += 1;
    else {
      this.faulted += 1;
      this.failureDetail = `${outcome.code}: ${outcome.detail}`.slice(0, 300);
      this.hasRefusal ||= outcome.kind === "auth_or_config";
    }
  }
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
