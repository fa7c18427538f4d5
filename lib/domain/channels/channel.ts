export const channels = ["app_push", "web_push", "email", "sms", "whatsapp", "telegram", "in_app"] as const;

export type Channel = (typeof channels)[number];

/** Where providers tell afterwards of single messages: that they arrived, or did not. */
const channelsWithReceipts: readonly Channel[] = ["email", "sms", "whatsapp"];

export const hasReceipts = (channel: Channel): boolean => channelsWithReceipts.includes(channel);

/** Where a high priority reaches the device itself. */
export const wakesPhones = (channel: Channel): boolean => channel === "app_push" || channel === "web_push";

export const messageCategories = ["marketing", "transactional"] as const;

export type MessageCategory = (typeof messageCategories)[number];
