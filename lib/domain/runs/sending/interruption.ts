import type { Outcome } from "@/lib/domain/providers/outcome";

/** The provider refuses the whole account: nobody is to blame, nothing is recorded, sending stops. */
export class ProviderBlocked extends Error {
  override readonly name = "ProviderBlocked";
  constructor(readonly outcome: Outcome) {
    super(outcome.detail);
  }
}

/** Sending was told to stop before this message had an answer; the person stays pending. */
export class SendingInterrupted extends Error {
  override readonly name = "SendingInterrupted";
}
