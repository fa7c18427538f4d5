import type { Channel } from "@/lib/domain/channels/channel";
import type { Message } from "../message-port";
import type { TrialTarget } from "./trial-target";

const ttlSeconds = 60 * 60;

export type TrialText = { title: string; body: string };

/** A message that says it is a test. Each is a new one: none replaces another on the device. */
export function trialMessageFor(
  channel: Channel,
  { address, keys }: TrialTarget,
  { id, title, body }: TrialText & { id: string },
): Message {
  const envelope = { idempotencyKey: id, collapseKey: id, ttlSeconds, priority: "high" } as const;
  const text = `${title}\n${body}`;
  switch (channel) {
    case "app_push":
      return { ...envelope, channel, token: address, title, body };
    case "web_push":
      return {
        ...envelope,
        channel,
        subscription: { endpoint: address, p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" },
        title,
        body,
      };
    case "email":
      return { ...envelope, channel, to: { address }, subject: title, text: body };
    case "sms":
      return { ...envelope, channel, to: address, text };
    case "whatsapp":
      return { ...envelope, channel, to: address, content: { kind: "text", text } };
    case "telegram":
      return { ...envelope, channel, chatId: address, html: text.replace(/[&<>]/g, toEntity) };
    case "in_app":
      return { ...envelope, channel, contactId: address, title, body };
  }
}

const toEntity = (sign: string): string => `&#${sign.charCodeAt(0)};`;
