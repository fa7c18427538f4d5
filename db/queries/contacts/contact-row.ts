import type { consents, contacts, subscriptions } from "@/db/schema/contacts";
import type { SubscriptionStatus } from "@/lib/domain/contacts/contact";

export type ContactRow = typeof contacts.$inferSelect;
export type SubscriptionRow = Omit<typeof subscriptions.$inferSelect, "status"> & {
  status: SubscriptionStatus;
};
export type ConsentRow = typeof consents.$inferSelect;
