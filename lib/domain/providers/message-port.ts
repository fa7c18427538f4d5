import type { Outcome } from "./outcome";

type MessageBase = {
  /** Stable per (run, contact, subscription) and the same on every retry: providers derive their own ids from it. */
  idempotencyKey: string;
  /** After this the provider drops the message; 0 = now or never. */
  ttlSeconds: number;
  /** A later message with the same key replaces the earlier one on the device. Any string; adapters shorten it where a provider is narrow. */
  collapseKey: string;
  priority: "normal" | "high";
};

export type MessageAction = { id: string; title: string; url?: string };

type PushContent = {
  title: string;
  body: string;
  imageUrl?: string;
  iconUrl?: string;
  badgeUrl?: string;
  /** Where a tap leads; already signed for click tracking. */
  clickUrl?: string;
  actions?: readonly MessageAction[];
  requireInteraction?: boolean;
  /** Extra pairs for the app or service worker. */
  data?: Readonly<Record<string, string>>;
};

export type AppPushMessage = MessageBase &
  PushContent & {
    channel: "app_push";
    token: string;
    subtitle?: string;
    androidChannelId?: string;
    color?: string;
    sound?: string;
    badgeCount?: number;
    /** Groups messages in Firebase's own reports; `[a-zA-Z0-9-_.~%]{1,50}`. */
    analyticsLabel?: string;
  };

export type WebPushMessage = MessageBase &
  PushContent & {
    channel: "web_push";
    subscription: { endpoint: string; p256dh: string; auth: string };
    isSilent?: boolean;
  };

export type EmailMessage = MessageBase & {
  channel: "email";
  to: { address: string; name?: string };
  /** Absent: the provider's configured sender. */
  from?: { address: string; name?: string };
  replyTo?: string;
  subject: string;
  html?: string;
  text: string;
  /** One-click unsubscribe (RFC 8058). Required for marketing, absent for transactional mail. */
  unsubscribeUrl?: string;
  unsubscribeMailto?: string;
  feedbackId?: string;
};

export type SmsMessage = MessageBase & { channel: "sms"; to: string; text: string; senderId?: string };

export type WhatsappMessage = MessageBase & {
  channel: "whatsapp";
  to: string;
  content:
    | {
        kind: "template";
        name: string;
        language: string;
        bodyParameters: readonly string[];
        urlButtonParameter?: string;
      }
    | { kind: "text"; text: string };
};

export type TelegramMessage = MessageBase & {
  channel: "telegram";
  chatId: string;
  html: string;
  imageUrl?: string;
  buttons?: readonly { title: string; url: string }[];
  isSilent?: boolean;
};

export type InAppMessage = MessageBase & {
  channel: "in_app";
  contactId: string;
  title: string;
  body: string;
  imageUrl?: string;
  clickUrl?: string;
  data?: Readonly<Record<string, string>>;
};

/** A rendered message, addressed to one endpoint: nothing is left to look up. */
export type Message =
  | AppPushMessage
  | WebPushMessage
  | EmailMessage
  | SmsMessage
  | WhatsappMessage
  | TelegramMessage
  | InAppMessage;

export type MessageChannel = Message["channel"];
export type MessageOf<C extends MessageChannel> = Extract<Message, { channel: C }>;

/**
 * One configured connection to a provider. Never retries and never rejects for a message: every answer is an outcome.
 * After an abort, unwritten messages are `transient` (code `aborted`) and written ones `ambiguous`.
 */
export type Transport<M extends Message = Message> = {
  readonly capacity: { readonly inFlightMax: number };
  /** Whether repeating an `ambiguous` message is invisible to the recipient (collapse key, Topic, Message-ID). */
  readonly isResendHarmless: boolean;
  /** For callers that keep up to `capacity.inFlightMax` in flight themselves. */
  sendOne(message: M, signal: AbortSignal): Promise<Outcome>;
  /** One outcome per message, in the same order. */
  send(messages: readonly M[], signal: AbortSignal): Promise<Outcome[]>;
  /** Waits for what is in flight, then closes the connections. */
  close(): Promise<void>;
};
