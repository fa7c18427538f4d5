type Answer = {
  /** The provider's own word where it gave one (`UNREGISTERED`, `550 5.1.1`), ours otherwise (`timeout`). */
  code: string;
  /** One line of the provider's answer, at most 200 characters, safe to store and show. */
  detail: string;
};

/** What became of one message. `accepted` means taken over by the provider, not seen by the recipient. */
export type Outcome =
  | (Answer & { kind: "accepted"; providerMessageId: string })
  | (Answer & { kind: "recipient_gone" })
  | (Answer & { kind: "opted_out" })
  | (Answer & { kind: "content_rejected" })
  /** Certainly not accepted; may be tried again, not before `retryAfterMillis` where the provider named a time. */
  | (Answer & { kind: "transient"; retryAfterMillis?: number })
  | (Answer & { kind: "throttled"; scope: "account" | "recipient"; retryAfterMillis: number })
  | (Answer & { kind: "auth_or_config" })
  /** The request was written and no answer came: the recipient may or may not receive it. */
  | (Answer & { kind: "ambiguous" });

export type OutcomeKind = Outcome["kind"];

/** For whoever waited: an answer that was not awaited any longer came too late. */
export const answerOf = ({ code, detail }: Answer): string =>
  code === "aborted" ? "timed out" : `${code} ${detail}`.trim();
