import { createHash, randomUUID } from "node:crypto";
import { decrypt } from "http_ece";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { getHeader, type SandboxReply, type SandboxRequest, underVerdict } from "./exchange";
import { isObject } from "./fcm-message";
import { getAuthSecret, getSubscriptionKey } from "./minted-subscription";
import type { Fault } from "./recipient-faults";
import type { Sandbox } from "./sandbox";
import { VapidVerifier } from "./vapid-check";

const bodyBytesMax = 4096;
const verifier = new VapidVerifier();

/** `POST /wpush/v2/{workspace}.{device}[.{key hash}]`, checked as RFC 8030, 8188 and 8292 ask. */
export function answerWebPush(
  sandbox: Sandbox,
  request: SandboxRequest,
  subscriptionId: string,
): SandboxReply {
  const protocolError = findProtocolError(request);
  if (protocolError) return protocolError;
  const origin = `http://${getHeader(request, ":authority") || getHeader(request, "host")}`;
  const vapid = verifier.check(getHeader(request, "authorization"), origin, Date.now());
  if (!vapid.isOk) return { status: 403, body: { code: 403, errno: 109, message: vapid.reason } };
  const [workspaceId = "", , boundKey] = subscriptionId.split(".");
  if (boundKey !== undefined && boundKey !== toKeyHash(vapid.publicKey))
    return { status: 403, body: { message: "the VAPID credentials do not correspond to the subscription" } };
  return deliver(sandbox, request, workspaceId, subscriptionId);
}

export function toKeyHash(publicKey: string): string {
  return createHash("sha256").update(publicKey).digest("hex").slice(0, 12);
}

function findProtocolError(request: SandboxRequest): SandboxReply | undefined {
  if (!/^\d+$/.test(getHeader(request, "ttl"))) return { status: 400, body: { message: "TTL is required" } };
  if (getHeader(request, "authorization") === "")
    return { status: 401, body: { message: "VAPID is required" } };
  if (request.body.length > bodyBytesMax) return { status: 413, body: { message: "payload too large" } };
  if (getHeader(request, "content-encoding") !== "aes128gcm")
    return { status: 400, body: { message: "Content-Encoding must be aes128gcm" } };
  const topic = getHeader(request, "topic");
  if (topic !== "" && !/^[\w-]{1,32}$/.test(topic))
    return { status: 400, body: { message: "Topic is malformed" } };
  const urgency = getHeader(request, "urgency");
  if (urgency !== "" && !/^(very-low|low|normal|high)$/.test(urgency))
    return { status: 400, body: { message: "Urgency is unknown" } };
  return undefined;
}

function deliver(
  sandbox: Sandbox,
  request: SandboxRequest,
  workspaceId: string,
  subscriptionId: string,
): SandboxReply {
  const verdict = sandbox.judge(workspaceId, "web_push", subscriptionId);
  if (verdict.kind === "silence") return underVerdict(verdict, { status: 0 });
  const { decryptsWebPush } = sandbox.scenarios.get(workspaceId, "web_push").scenario;
  const isSealed = !decryptsWebPush || subscriptionId.includes(".sealed-");
  const payload = isSealed ? undefined : findPayload(request.body, subscriptionId);
  const entry = {
    workspaceId,
    channel: "web_push" as const,
    to: subscriptionId,
    ...toContent(request, payload),
  };
  if (verdict.kind === "refuse") {
    sandbox.refuse(entry, verdict.fault);
    return underVerdict(verdict, toRefusal(verdict.fault, verdict.retryAfterSeconds));
  }
  // A push service cannot look inside: what the browser cannot decrypt is accepted all the same, and never shown.
  const providerMessageId = randomUUID();
  if (!isSealed && payload === undefined) sandbox.refuse(entry, "undecryptable");
  else sandbox.accept({ ...entry, providerMessageId }, verdict.aftermath);
  return underVerdict(verdict, { status: 201, headers: { location: `/wpush/m/${providerMessageId}` } });
}

function findPayload(body: Buffer, subscriptionId: string): string | undefined {
  const privateKey = getSubscriptionKey(subscriptionId);
  try {
    return decrypt(body, {
      version: "aes128gcm",
      privateKey,
      authSecret: getAuthSecret(subscriptionId),
    }).toString();
  } catch {
    return undefined;
  }
}

function toContent(
  request: SandboxRequest,
  payload: string | undefined,
): { identity: string; slot?: string; content: string } {
  const topic = getHeader(request, "topic") || undefined;
  if (payload === undefined) return { identity: topic ?? randomUUID(), slot: topic, content: "" };
  const parsed = parseObject(payload);
  const data = isObject(parsed.data) ? parsed.data : {};
  const identity = typeof data.pushpilot_id === "string" ? data.pushpilot_id : payload;
  return { identity, slot: typeof parsed.tag === "string" ? parsed.tag : undefined, content: payload };
}

function parseObject(text: string): Record<string, unknown> {
  const parsed = tryParseJson(text);
  return isObject(parsed) ? parsed : {};
}

function toRefusal(fault: Fault, retryAfterSeconds: number): SandboxReply {
  switch (fault) {
    case "throttled":
      return {
        status: 429,
        headers: { "retry-after": String(retryAfterSeconds) },
        body: { message: "slow down" },
      };
    case "unavailable":
      return { status: 503, body: { message: "service unavailable" } };
    case "rejected":
      return { status: 413, body: { message: "payload too large" } };
    default:
      return { status: 410, body: { message: "push subscription has unsubscribed or expired" } };
  }
}
