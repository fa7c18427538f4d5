import type { Channel } from "@/lib/domain/channels/channel";
import { foldText } from "@/lib/domain/contacts/contact";
import { conflict } from "@/lib/platform/errors";

/** What a provider tells us later about a message, or a person answers to it. */
export type Receipt = {
  type: "delivered" | "failed" | "complaint" | "reply";
  channel: Channel;
  /** The recipient; for a reply, who wrote it. */
  to: string;
  providerMessageId?: string | undefined;
  code?: string | undefined;
  text?: string | undefined;
  occurredAt: Date;
};

const stopWords: ReadonlySet<string> = new Set([
  "stop",
  "unsubscribe",
  "cancel",
  "end",
  "quit",
  "dur",
  "iptal",
  "ret",
  "cik",
]);

/** Whether a whole reply asks not to be written to again; a word inside a sentence does not. */
export const asksToStop = (text: string): boolean => stopWords.has(foldText(text).replace(/[.!]+$/, ""));

/** A sender stores what it was answered within moments; what is unknown after this was never a run's. */
const overtakingMillisMax = 60_000;

export const isStillAwaited = (occurredAt: Date, now: Date): boolean =>
  now.getTime() - occurredAt.getTime() < overtakingMillisMax;

/** Providers tell again what was not taken. */
export const receiptTooEarly = () =>
  conflict("What this receipt is about is still being written down. Tell it again.", {
    reason: "receipt_too_early",
    retryAfterSeconds: 2,
  });
