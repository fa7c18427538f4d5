import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { MessageChannel } from "@/lib/domain/providers/message-port";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { getHeader, type SandboxReply, type SandboxRequest, underVerdict } from "./exchange";
import type { Fault } from "./recipient-faults";
import type { Sandbox } from "./sandbox";

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/);
const text = z.string().min(1).max(4096);
/** Telegram counts what people see, not the markup. */
const markup = /<[^>]*>|(?<=&)(?:\w+|#\d+);/g;
const html = z.string().refine((source) => text.safeParse(source.replace(markup, "")).success);
const envelope = { idempotencyKey: z.string().min(1) };

const bodySchemas = {
  sms: z.looseObject({ ...envelope, to: phone, text: text.max(1600) }),
  whatsapp: z.looseObject({
    ...envelope,
    to: phone,
    content: z.looseObject({ kind: z.enum(["template", "text"]) }),
  }),
  telegram: z.looseObject({ ...envelope, to: z.string().regex(/^(-?\d+|@\w{5,})$/), html }),
  in_app: z.looseObject({ ...envelope, to: z.string().min(1), title: z.string(), body: z.string() }),
} satisfies Partial<Record<MessageChannel, z.ZodType>>;

export type GenericChannel = keyof typeof bodySchemas;

export function isGenericChannel(channel: string): channel is GenericChannel {
  return Object.hasOwn(bodySchemas, channel);
}

/** `POST /channels/{channel}/messages` with `Authorization: Bearer sandbox_{workspace}_{secret}`. */
export function answerChannelSend(
  sandbox: Sandbox,
  request: SandboxRequest,
  channel: GenericChannel,
): SandboxReply {
  const [, workspaceId, secret = ""] =
    /^Bearer sandbox_([\w-]+)_(\w+)$/.exec(getHeader(request, "authorization")) ?? [];
  if (workspaceId === undefined || /bad/i.test(secret))
    return toError(401, "unauthorized", "unknown credentials");
  const body = bodySchemas[channel].safeParse(tryParseJson(request.body.toString()));
  if (!body.success) return toError(400, "invalid_request", z.prettifyError(body.error));
  const { to, idempotencyKey } = body.data;
  const verdict = sandbox.judge(workspaceId, channel, to);
  const entry = {
    workspaceId,
    channel,
    to,
    identity: idempotencyKey,
    // Only our own inbox knows a repeat by its id; phones and messengers show it twice.
    slot: channel === "in_app" ? idempotencyKey : undefined,
    content: request.body.toString(),
  };
  if (verdict.kind === "refuse") {
    sandbox.refuse(entry, verdict.fault);
    return underVerdict(verdict, toRefusal(verdict.fault, verdict.retryAfterSeconds));
  }
  const id = randomUUID();
  if (verdict.kind === "accept") sandbox.accept({ ...entry, providerMessageId: id }, verdict.aftermath);
  return underVerdict(verdict, { status: 202, body: { id } });
}

function toRefusal(fault: Fault, retryAfterSeconds: number): SandboxReply {
  switch (fault) {
    case "gone":
      return toError(422, "recipient_gone", "the recipient does not exist");
    case "opted_out":
      return toError(422, "opted_out", "the recipient has unsubscribed");
    case "rejected":
      return toError(422, "content_rejected", "the content was refused");
    case "throttled":
      return {
        ...toError(429, "rate_limited", "too many messages"),
        headers: { "retry-after": String(retryAfterSeconds) },
      };
    case "unavailable":
      return toError(503, "unavailable", "try again later");
    case "unauthorized":
      return toError(401, "unauthorized", "unknown credentials");
  }
}

function toError(status: number, code: string, message: string): SandboxReply {
  return { status, body: { error: { code, message } } };
}
