import type { WindowContact, WindowSubscription } from "@/db/queries/runs/delivery-window";
import type { Channel } from "@/lib/domain/channels/channel";
import type { RenderedContent } from "@/lib/domain/content/compile-content";
import { oneLine } from "@/lib/domain/content/one-line";
import type { Message, TelegramMessage } from "@/lib/domain/providers/message-port";
import { idempotencyKeyOf } from "../run";

export type Envelope = {
  runId: string;
  collapseKey: string;
  channel: Channel;
  ttlSeconds: number;
  priority: "normal" | "high";
};

export type Addressee = Pick<WindowContact, "contactId" | "personId" | "firstName" | "lastName">;
export type Endpoint = Pick<WindowSubscription, "id" | "address" | "keys">;

type Links = { unsubscribeUrl: string | undefined };

/** The rendered message addressed to one endpoint. */
export function buildMessage(
  envelope: Envelope,
  person: Addressee,
  endpoint: Endpoint,
  content: RenderedContent,
  links: Links,
): Message {
  const { runId, channel, collapseKey } = envelope;
  const base = {
    idempotencyKey: idempotencyKeyOf(runId, person.contactId, endpoint.id),
    collapseKey,
    ttlSeconds: envelope.ttlSeconds,
    priority: envelope.priority,
  };
  switch (channel) {
    case "app_push":
      return {
        ...base,
        channel,
        token: endpoint.address,
        ...pushContent(content),
        ...optional("subtitle", content.subtitle),
      };
    case "web_push":
      return { ...base, channel, subscription: webPushSubscription(endpoint), ...pushContent(content) };
    case "email":
      return { ...base, channel, ...emailParts(person, endpoint, content, links) };
    case "sms":
      return { ...base, channel, to: endpoint.address, text: content.body };
    case "whatsapp":
      return { ...base, channel, to: endpoint.address, content: { kind: "text", text: content.body } };
    case "telegram":
      return {
        ...base,
        channel,
        chatId: endpoint.address,
        html: content.html,
        ...optional("imageUrl", content.imageUrl),
        ...buttons(content.actions),
      };
    case "in_app":
      return {
        ...base,
        channel,
        contactId: person.personId,
        title: content.title,
        body: content.body,
        data: content.data,
        ...optional("imageUrl", content.imageUrl),
        ...optional("clickUrl", content.deepLink),
      };
  }
}

function pushContent(content: RenderedContent) {
  return {
    title: content.title,
    body: content.body,
    data: content.data,
    requireInteraction: content.requireInteraction,
    actions: content.actions,
    ...optional("imageUrl", content.imageUrl),
    ...optional("iconUrl", content.iconUrl),
    ...optional("badgeUrl", content.badgeUrl),
    ...optional("clickUrl", content.deepLink),
  };
}

/** A button there is a link: one that leads nowhere cannot be shown. */
function buttons(actions: RenderedContent["actions"]): Pick<TelegramMessage, "buttons"> {
  const linked = actions.flatMap(({ title, url }) => (url ? [{ title, url }] : []));
  return linked.length > 0 ? { buttons: linked } : {};
}

const webPushSubscription = ({ address, keys }: Endpoint) => ({
  endpoint: address,
  p256dh: keys?.p256dh ?? "",
  auth: keys?.auth ?? "",
});

function emailParts(person: Addressee, endpoint: Endpoint, content: RenderedContent, links: Links) {
  const names = [person.firstName, person.lastName].map((part) => oneLine(part ?? ""));
  return {
    to: { address: endpoint.address, ...optional("name", names.filter(Boolean).join(" ")) },
    subject: content.title,
    text: content.body,
    ...optional("html", content.html),
    ...optional("unsubscribeUrl", links.unsubscribeUrl ?? ""),
  };
}

const optional = <K extends string>(key: K, value: string): { [key in K]?: string } =>
  value === "" ? {} : ({ [key]: value } as { [key in K]: string });
