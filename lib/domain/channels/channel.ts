export const channels = ["app_push", "web_push", "email", "sms", "whatsapp", "telegram", "in_app"] as const;

export type Channel = (typeof channels)[number];

/** Resending is harmless where the receiving side replaces by key: the person sees one message. */
const channelsThatCollapse: ReadonlySet<Channel> = new Set(["app_push", "web_push", "email", "in_app"]);

export const collapsesOnResend = (channel: Channel): boolean => channelsThatCollapse.has(channel);

export const messageCategories = ["marketing", "transactional"] as const;

export type MessageCategory = (typeof messageCategories)[number];
