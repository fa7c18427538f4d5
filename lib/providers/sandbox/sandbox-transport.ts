import { Agent } from "undici";
import { z } from "zod";
import type {
  InAppMessage,
  SmsMessage,
  TelegramMessage,
  Transport,
  WhatsappMessage,
} from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { toAnswerDetail } from "@/lib/providers/answer-detail";
import { Http1Poster } from "@/lib/providers/http1/http1-poster";
import { parseRetryAfterMillis } from "@/lib/providers/retry-after";
import { sendAll } from "@/lib/providers/send-all";
import { toOutcomeWithoutAnswer } from "@/lib/providers/unanswered-outcome";

/** Channels that the sandbox speaks in a protocol of its own. */
export type GenericMessage = SmsMessage | WhatsappMessage | TelegramMessage | InAppMessage;

export type SandboxTransportOptions = {
  channel: GenericMessage["channel"];
  url: string;
  bearer: string;
  connectionsMax: number;
  requestTimeoutMillis: number;
};

const acceptedSchema = z.object({ id: z.string() });
const refusedSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export function createSandboxTransport<M extends GenericMessage>(
  options: SandboxTransportOptions,
): Transport<M> {
  const { channel, url, bearer, connectionsMax, requestTimeoutMillis } = options;
  const limits = {
    connections: connectionsMax,
    headersTimeout: requestTimeoutMillis,
    bodyTimeout: requestTimeoutMillis,
  };
  const poster = new Http1Poster(new Agent(limits));
  const headers = ["authorization", `Bearer ${bearer}`, "content-type", "application/json"];
  const path = `/channels/${channel}/messages`;

  async function sendOne(message: M, signal: AbortSignal): Promise<Outcome> {
    const body = JSON.stringify({ ...message, to: getAddress(message) });
    const answer = await poster.post({ origin: url, path, headers, body }, signal);
    if (answer.kind !== "answered") return toOutcomeWithoutAnswer(answer);
    const retryAfterMillis = parseRetryAfterMillis(answer.headers["retry-after"], Date.now()) ?? 1000;
    return toOutcome(answer.status, tryParseJson(answer.body), retryAfterMillis);
  }

  const transport = {
    capacity: { inFlightMax: connectionsMax },
    isResendHarmless: channel === "in_app",
    sendOne,
    send: (messages: readonly M[], signal: AbortSignal) => sendAll(transport, messages, signal),
    close: () => poster.close(),
  };
  return transport;
}

function getAddress(message: GenericMessage): string {
  if (message.channel === "telegram") return message.chatId;
  return message.channel === "in_app" ? message.contactId : message.to;
}

function toOutcome(status: number, answer: unknown, retryAfterMillis: number): Outcome {
  const accepted = acceptedSchema.safeParse(answer);
  if (accepted.success)
    return { kind: "accepted", providerMessageId: accepted.data.id, code: "ok", detail: "" };
  const refused = refusedSchema.safeParse(answer);
  const code = refused.success ? refused.data.error.code : `http_${status}`;
  const detail = toAnswerDetail(refused.success ? refused.data.error.message : "");
  switch (code) {
    case "recipient_gone":
    case "opted_out":
    case "content_rejected":
      return { kind: code, code, detail };
    case "invalid_request":
      return { kind: "content_rejected", code, detail };
    case "rate_limited":
      return { kind: "throttled", scope: "account", retryAfterMillis, code, detail };
    default:
      return { kind: status >= 500 ? "transient" : "auth_or_config", code, detail };
  }
}
