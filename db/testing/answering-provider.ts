import type { Message } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import type { Connect } from "@/lib/domain/runs/deliver-chunk";

export const accepted: Outcome = { kind: "accepted", code: "", detail: "", providerMessageId: "m-1" };
export const refused: Outcome = { kind: "auth_or_config", code: "401", detail: "The key is wrong." };

export const gone: Outcome = { kind: "recipient_gone", code: "unknown_number", detail: "" };

/** A provider that answers each message as it is told, and must not be asked twice. */
export const answering =
  (sendOne: (message: Message) => Promise<Outcome>): Connect =>
  async () => ({
    ratePerSecond: 100,
    transport: {
      capacity: { inFlightMax: 8 },
      isResendHarmless: false,
      sendOne,
      send: (messages) => Promise.all(messages.map(sendOne)),
      close: async () => undefined,
    },
  });
