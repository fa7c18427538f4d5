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

/** A receipt that says what became of one message. */
export type DeliveryReceipt = {
  providerMessageId: string;
  type: "delivered" | "failed";
  code: string | null;
  occurredAt: Date;
};

/** Undefined where nothing is said about a message of ours. */
export function deliveryReceiptOf({
  type,
  providerMessageId,
  code,
  occurredAt,
}: Receipt): DeliveryReceipt | undefined {
  if (!providerMessageId || (type !== "delivered" && type !== "failed")) return undefined;
  return {
    providerMessageId,
    type,
    code: type === "failed" ? (code ?? "undelivered") : null,
    occurredAt,
  };
}

/** Whether a whole reply asks not to be written to again; a word inside a sentence does not. */
export const asksToStop = (text: string): boolean => stopWords.has(foldText(text).replace(/[.!]+$/, ""));
