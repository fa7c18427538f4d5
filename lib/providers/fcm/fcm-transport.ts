import type { AppPushMessage, Transport } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import type { PoolAnswer, RawHeaders } from "@/lib/providers/http2/exchange";
import { Http2OriginPool } from "@/lib/providers/http2/http2-origin-pool";
import { sendAll } from "@/lib/providers/send-all";
import { toOutcomeWithoutAnswer } from "@/lib/providers/unanswered-outcome";
import type { AccessToken, AccessTokens } from "./access-token";
import { toFcmOutcome } from "./fcm-outcome";
import { FcmMessageWriter } from "./message-writer";

const freshTokenMillis = 60_000;

export type FcmTransportOptions = {
  projectId: string;
  tokens: Pick<AccessTokens, "current" | "renew" | "drop">;
  /** `https://fcm.googleapis.com`, or where the sandbox listens, with its path prefix. */
  baseUrl: string;
  connectionsMax: number;
  requestTimeoutMillis: number;
};

export function createFcmTransport(options: FcmTransportOptions): Transport<AppPushMessage> {
  const url = new URL(`${options.baseUrl}/v1/projects/${options.projectId}/messages:send`);
  const pool = new Http2OriginPool({
    origin: url.origin,
    connectionsMax: options.connectionsMax,
    streamsMax: 100,
    requestTimeoutMillis: options.requestTimeoutMillis,
  });
  const { tokens } = options;
  const writer = new FcmMessageWriter();
  let prepared: { token: AccessToken; headers: RawHeaders } | undefined;

  function post(token: AccessToken, message: AppPushMessage, signal: AbortSignal): Promise<Outcome> {
    if (prepared?.token !== token) prepared = { token, headers: toHeaders(url, token) };
    const body = writer.write(message, Date.now());
    return pool.post(prepared.headers, body, signal).then((answer) => toOutcome(answer, token));
  }

  function toOutcome(answer: PoolAnswer, token: AccessToken): Outcome {
    if (answer.kind !== "answered") return toOutcomeWithoutAnswer(answer);
    const outcome = toFcmOutcome(answer, Date.now());
    if (answer.status !== 401 || outcome.code === "THIRD_PARTY_AUTH_ERROR") return outcome;
    tokens.drop(token);
    // A token can be revoked before it expires; only when a new one is refused too are the credentials at fault.
    const isFresh = Date.now() - token.obtainedAt < freshTokenMillis;
    return isFresh ? outcome : { ...outcome, kind: "transient" };
  }

  const transport = {
    capacity: { inFlightMax: pool.inFlightMax },
    isResendHarmless: true,
    sendOne(message: AppPushMessage, signal: AbortSignal): Promise<Outcome> {
      const token = tokens.current(Date.now());
      if (token) return post(token, message, signal);
      return tokens.renew().then((renewed) => ("kind" in renewed ? renewed : post(renewed, message, signal)));
    },
    send: (messages: readonly AppPushMessage[], signal: AbortSignal) => sendAll(transport, messages, signal),
    close: () => pool.close(),
  };
  return transport;
}

function toHeaders(url: URL, token: AccessToken): RawHeaders {
  return [
    ":method",
    "POST",
    ":scheme",
    url.protocol.slice(0, -1),
    ":authority",
    url.host,
    ":path",
    url.pathname,
    "authorization",
    `Bearer ${token.value}`,
    "content-type",
    "application/json;charset=utf-8",
  ];
}
