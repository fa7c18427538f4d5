import type { ConsentRow, ContactRow, SubscriptionRow } from "@/db/queries/contacts/contact-row";
import {
  findContact,
  listConsentsOf,
  listLastSuccesses,
  listSubscriptionsOf,
} from "@/db/queries/contacts/find-contact";
import type { WorkspaceScope } from "@/db/scope";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { mainAddressOf } from "./contact";

export type Contact = ContactRow & {
  email: string | null;
  phone: string | null;
  subscriptions: SubscriptionRow[];
  consents: ConsentRow[];
};
export type ContactDetail = Contact & {
  subscriptions: (SubscriptionRow & { lastSuccessAt: Date | null })[];
};

export async function getContact(
  ctx: WorkspaceContext,
  { contactId }: { contactId: string },
): Promise<ContactDetail> {
  ctx.require("contacts.read");
  return loadContact(ctx.scope, contactId);
}

/** For the answer to a write: who may change a contact sees what became of it. */
export async function loadContact(scope: WorkspaceScope, contactId: string): Promise<ContactDetail> {
  const [contact, subscriptions, consents, successes] = await scope.transaction((tx) =>
    Promise.all([
      findContact(tx, contactId),
      listSubscriptionsOf(tx, [contactId]),
      listConsentsOf(tx, [contactId]),
      listLastSuccesses(tx, contactId),
    ]),
  );
  if (!contact) throw notFound();
  const lastSuccessOf = new Map(successes.map(({ subscriptionId, at }) => [subscriptionId, at]));
  const withSuccess = subscriptions.map((one) => ({
    ...one,
    lastSuccessAt: lastSuccessOf.get(one.id) ?? null,
  }));
  return { ...withAddresses(contact, subscriptions, consents), subscriptions: withSuccess };
}

export const withAddresses = (
  contact: ContactRow,
  subscriptions: SubscriptionRow[],
  consents: ConsentRow[],
): Contact => ({
  ...contact,
  email: mainAddressOf(subscriptions, "email"),
  phone: mainAddressOf(subscriptions, "sms"),
  subscriptions,
  consents,
});
