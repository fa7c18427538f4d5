export const channels = ["app_push", "web_push", "email", "sms", "whatsapp", "telegram", "in_app"] as const;

export type Channel = (typeof channels)[number];

/** Where providers tell afterwards of single messages: that they arrived, or did not. */
const channelsWithReceipts: readonly Channel[] = ["email", "sms", "whatsapp"];

export const hasReceipts = (channel: Channel): boolean => channelsWithReceipts.includes(channel);

export const messageCategories = ["marketing", "transactional"] as const;

export type MessageCategory = (typeof messageCategories)[number];
