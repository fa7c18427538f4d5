export const channels = ["app_push", "web_push", "email", "sms", "whatsapp", "telegram", "in_app"] as const;

export type Channel = (typeof channels)[number];

export const messageCategories = ["marketing", "transactional"] as const;

export type MessageCategory = (typeof messageCategories)[number];
