import type { Channel } from "@/lib/domain/channels/channel";
import type { ContentField } from "./compile-content";
import { smsCharactersMax } from "./sms/sms-segments";

type Length = {
  max: number /** Above it devices and inboxes cut, or people stop reading. */;
  advised?: number;
};

type Rules = {
  /** In the order of the editor. */
  fields: readonly (ContentField | "requireInteraction")[];
  required: readonly ("title" | "body")[];
  /** In characters as people count them, after rendering. */
  title?: Length;
  body?: Length;
};

export const pushTitle = { max: 65, advised: 50 };
export const pushBody = { max: 240, advised: 150 };

/** What a channel carries and how much of it. */
export const contentRules: Record<Channel, Rules> = {
  app_push: {
    fields: ["title", "subtitle", "body", "imageUrl", "deepLink", "actions", "data"],
    required: ["title", "body"],
    title: pushTitle,
    body: pushBody,
  },
  web_push: {
    fields: [
      "title",
      "body",
      "imageUrl",
      "iconUrl",
      "badgeUrl",
      "deepLink",
      "actions",
      "requireInteraction",
      "data",
    ],
    required: ["title", "body"],
    title: pushTitle,
    body: pushBody,
  },
  email: {
    fields: ["title", "subtitle", "body", "html"],
    required: ["title", "body"],
    title: { max: 255, advised: 60 },
  },
  sms: { fields: ["body"], required: ["body"], body: { max: smsCharactersMax } },
  whatsapp: { fields: ["title", "body"], required: ["body"], body: { max: 1_024 } },
  telegram: {
    fields: ["title", "body", "imageUrl", "actions"],
    required: ["body"],
    body: { max: 4_096 },
  },
  in_app: {
    fields: ["title", "body", "imageUrl", "deepLink", "data"],
    required: ["title"],
    title: { max: 255, advised: 80 },
    body: { max: 4_000, advised: 400 },
  },
};

/** A picture makes the text of a Telegram message its caption. */
const telegramCaptionMax = 1_024;

/** The most characters of a text as it is sent; undefined where the channel sets no bound. */
export const bodyMaxOf = (channel: Channel, hasImage: boolean): number | undefined =>
  channel === "telegram" && hasImage ? telegramCaptionMax : contentRules[channel].body?.max;

/** Chrome shows two buttons, Android three. */
export const actionsShown = { advised: 2, max: 3 };

/** What push services take, less what we add: ids, the tag, signed links. */
export const payloadBytesMax = 3_993 - 400;

export const isPush = (channel: Channel): boolean => channel === "app_push" || channel === "web_push";
