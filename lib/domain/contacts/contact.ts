import type { Channel } from "@/lib/domain/channels/channel";

export const contactKinds = ["user", "guest", "potential_customer", "partner", "other"] as const;

export type ContactKind = (typeof contactKinds)[number];

export const subscriptionStatuses = ["active", "gone"] as const;

export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** `removed`: taken from its contact; the row stays, so that old deliveries still name where they went. */
export const storedSubscriptionStatuses = [...subscriptionStatuses, "removed"] as const;

/** What `email` and `phone` stand for. */
export type MainChannel = "email" | "sms";

export const platforms = ["ios", "android", "web", "unknown"] as const;

export type Platform = (typeof platforms)[number];

export const consentStatuses = ["granted", "denied"] as const;

export type ConsentStatus = (typeof consentStatuses)[number];

export const attributesMax = 100;
export const attributeNameLengthMax = 100;
export const attributeLengthMax = 2_000;
export const tagsMax = 50;
export const tagLengthMax = 60;

/** A text, a number, a truth, or nothing, which takes the attribute away. */
export const isAttributeValue = (value: unknown): boolean =>
  typeof value === "string"
    ? value.length <= attributeLengthMax
    : value === null || typeof value === "boolean" || Number.isFinite(value);

/** One line, as it stands in a list of tags. */
export const isTag = (text: string): boolean => !/\p{Cc}/u.test(text);

/** Accents, and the points of Hebrew and Arabic; in other scripts marks are letters. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/**
 * Case, accents and Turkish letters removed, the same for everyone: "IŞIK", "ışık" and "isik" are one key. In SQL:
 * `fold_text`.
 */
export function foldText(text: string): string {
  return text
    .replaceAll("ı", "i")
    .normalize("NFKD")
    .replace(accents, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** Which of a contact's addresses on a channel is shown: the one held longest, one that works before one that does not. */
export function mainAddressOf(
  subscriptions: readonly { channel: string; address: string; status: string }[],
  channel: Channel,
): string | null {
  const ofChannel = subscriptions.filter((known) => known.channel === channel);
  const main = ofChannel.find(({ status }) => status === "active") ?? ofChannel[0];
  return main?.address ?? null;
}

/** How a contact is called on screen. */
export function displayNameOf(contact: {
  firstName: string;
  lastName: string;
  externalId: string | null;
}): string {
  return `${contact.firstName} ${contact.lastName}`.trim() || contact.externalId || "";
}
