import type { ConsentRow, ContactRow, SubscriptionRow } from "@/db/queries/contacts/contact-row";
import { findContact, listConsentsOf, listSubscriptionsOf } from "@/db/queries/contacts/find-contact";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

export type Contact = ContactRow & { subscriptions: SubscriptionRow[] };
export type ContactDetail = Contact & { consents: ConsentRow[] };

export async function getContact(
  ctx: WorkspaceContext,
  { contactId }: { contactId: string },
): Promise<ContactDetail> {
  ctx.require("contacts.read");
  const contact = await findContact(ctx.scope, contactId);
  if (!contact) throw notFound();
  const [subscriptions, consents] = await Promise.all([
    listSubscriptionsOf(ctx.scope, [contactId]),
    listConsentsOf(ctx.scope, contactId),
  ]);
  return { ...contact, subscriptions, consents };
}
