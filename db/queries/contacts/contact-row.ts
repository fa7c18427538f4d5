import type { consents, contacts, subscriptions } from "@/db/schema/contacts";

export type ContactRow = typeof contacts.$inferSelect;
export type SubscriptionRow = typeof subscriptions.$inferSelect;
export type ConsentRow = typeof consents.$inferSelect;
