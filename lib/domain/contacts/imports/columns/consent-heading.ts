import type { Channel } from "@/lib/domain/channels/channel";
import { foldText } from "../../contact";

const channelNames: Record<Channel, readonly string[]> = {
  app_push: ["apppush", "push", "bildirim"],
  web_push: ["webpush", "webbildirim"],
  email: ["email", "eposta", "mail", "bulten", "ebulten", "newsletter"],
  sms: ["sms"],
  whatsapp: ["whatsapp"],
  telegram: ["telegram"],
  in_app: ["inapp", "uygulamaici"],
};

const consentWords = ["consent", "optin", "permission", "izni", "izin", "onayi", "onay"];

/** What such a word may be a consent to, beside a channel. KVKK is none: it is about keeping data, not about messages. */
const subjects = [
  "",
  "etk",
  "iys",
  "ileti",
  "iletisim",
  "ticariileti",
  "ticarielektronikileti",
  "pazarlama",
  "kampanya",
  "reklam",
  "marketing",
  "communication",
  "contact",
];

const otherHeadings = [
  "iys",
  "iysdurumu",
  "izindurumu",
  "onaydurumu",
  "consentstatus",
  "consented",
  "optedin",
  "acceptsmarketing",
];

export const squeezeHeading = (heading: string): string => foldText(heading).replace(/[^a-z0-9]/g, "");

/** Headings, squeezed, that say for which channel somebody agreed. */
export const channelConsentHeadings: readonly (readonly [string, Channel])[] = Object.entries(
  channelNames,
).flatMap(([channel, names]) =>
  names.flatMap((name) =>
    [...consentWords.flatMap((word) => [name + word, word + name]), `accepts${name}marketing`].map(
      (heading) => [heading, channel as Channel] as const,
    ),
  ),
);

const openHeadings = new Set([
  ...subjects.flatMap((subject) => consentWords.map((word) => subject + word)),
  ...otherHeadings,
]);

/** Whether a heading speaks of a consent and leaves open for which channel. */
export const isOpenConsentHeading = (heading: string): boolean => openHeadings.has(squeezeHeading(heading));
