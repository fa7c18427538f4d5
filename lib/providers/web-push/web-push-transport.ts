import type { Transport, WebPushMessage } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import { createSafeAgent } from "@/lib/platform/outgoing/safe-http";
import { toCollapseId } from "@/lib/providers/collapse-id";
import { Http1Poster } from "@/lib/providers/http1/http1-poster";
import { sendAll } from "@/lib/providers/send-all";
import { toOutcomeWithoutAnswer } from "@/lib/providers/unanswered-outcome";
import { encryptPayload } from "./encrypt-payload";
import type { PushEndpoint } from "./push-endpoint";
import { toFittingPayload } from "./push-payload";
import { VapidHeaders, type WebPushCredentials } from "./vapid";
import { toWebPushOutcome } from "./web-push-outcome";

export type WebPushTransportOptions = {
  credentials: WebPushCredentials;
  /** Where a subscription's endpoint is written to; undefined = not to be written to. */
  findEndpoint: (endpoint: string) => PushEndpoint | undefined;
  /** Origins that `findEndpoint` may lead to although they are not public: the sandbox. */
  allowedOrigins: readonly string[];
  /** Per push service. */
  connectionsMax: number;
  requestTimeoutMillis: number;
};

export function createWebPushTransport(options: WebPushTransportOptions): Transport<WebPushMessage> {
  const { allowedOrigins, connectionsMax, requestTimeoutMillis } = options;
  const poster = new Http1Poster(
    createSafeAgent({ allowedOrigins, connectionsMax, timeoutMillis: requestTimeoutMillis }),
  );
  const vapid = new VapidHeaders(options.credentials);

  function toHeaders(endpoint: PushEndpoint, message: WebPushMessage): string[] {
    return [
      "authorization",
      vapid.get(endpoint.origin, Date.now()),
      "content-encoding",
      "aes128gcm",
      "content-type",
      "application/octet-stream",
      "ttl",
      String(message.ttlSeconds),
      "urgency",
      message.priority,
      "topic",
      toCollapseId(message.collapseKey),
    ];
  }

  async function sendOne(message: WebPushMessage, signal: AbortSignal): Promise<Outcome> {
    if (signal.aborted) return { kind: "transient", code: "aborted", detail: "not sent" };
    const endpoint = options.findEndpoint(message.subscription.endpoint);
    if (!endpoint)
      return {
        kind: "recipient_gone",
        code: "endpoint_not_allowed",
        detail: "not an address of a push service",
      };
    const payload = toFittingPayload(message);
    if (payload === undefined)
      return {
        kind: "content_rejected",
        code: "payload_too_large",
        detail: "over 3,993 bytes without image and body",
      };
    const body = encrypt(message, payload);
    if (!body)
      return { kind: "recipient_gone", code: "keys_invalid", detail: "the subscription's keys are unusable" };
    const headers = toHeaders(endpoint, message);
    const answer = await poster.post({ ...endpoint, headers, body }, signal);
    if (answer.kind === "answered") return toWebPushOutcome(answer, Date.now());
    const outcome = toOutcomeWithoutAnswer(answer);
    return answer.code === "unsafe_address" ? { ...outcome, kind: "recipient_gone" } : outcome;
  }

  const transport = {
    capacity: { inFlightMax: connectionsMax },
    isResendHarmless: true,
    sendOne,
    send: (messages: readonly WebPushMessage[], signal: AbortSignal) => sendAll(transport, messages, signal),
    close: () => poster.close(),
  };
  return transport;
}

function encrypt(message: WebPushMessage, payload: string): Buffer | undefined {
  try {
    return encryptPayload(message.subscription, payload);
  } catch {
    return undefined;
  }
}
