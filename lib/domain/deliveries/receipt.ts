import type { Channel } from "@/lib/domain/channels/channel";
import { foldText } from "@/lib/domain/contacts/contact";

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
