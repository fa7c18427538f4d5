import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import type { ConsentRow, ContactRow, SubscriptionRow } from "./contact-row";

export async function findContact(scope: WorkspaceScope, contactId: string): Promise<ContactRow | undefined> {
  const rows = await scope.sql<ContactRow>`
    select * from contacts where workspace_id = ${scope.id} and id = ${contactId}`;
  return rows[0];
}

/** The id itself, or that of the contact whom this one has become since. */
export async function findCurrentId(scope: WorkspaceScope, contactId: string): Promise<string> {
  const rows = await scope.sql<{ contactId: string }>`
    select contact_id from contact_aliases where workspace_id = ${scope.id} and alias = ${contactId}
      and not exists (select 1 from contacts where workspace_id = ${scope.id} and id = ${contactId})`;
  return rows[0]?.contactId ?? contactId;
}

/** False when there is none to lock. */
export async function lockContact(tx: WorkspaceScope, contactId: string): Promise<ContactRow | undefined> {
  const rows = await tx.sql<ContactRow>`
    select * from contacts where workspace_id = ${tx.id} and id = ${contactId} for no key update`;
  return rows[0];
}

/** Longest held first; a corrected address holds the place of the one before it. */
export async function listSubscriptionsOf(
  scope: WorkspaceScope,
  contactIds: string[],
): Promise<SubscriptionRow[]> {
  return scope.sql<SubscriptionRow>`
    select * from subscriptions where workspace_id = ${scope.id} and contact_id = any(${contactIds})
      and status <> 'removed' order by created_at, id`;
}

/** When each endpoint last took a message, among the latest fifty notifications of a contact. */
export async function listLastSuccesses(
  scope: WorkspaceScope,
  contactId: string,
): Promise<{ subscriptionId: string; at: Date }[]> {
  return scope.sql<{ subscriptionId: string; at: Date }>`
    select d.subscription_id, max(d.sent_at) as at
    from (select run_id from notifications where workspace_id = ${scope.id} and contact_id = ${contactId}
      order by run_id desc limit 50) n
    join deliveries d on d.workspace_id = ${scope.id} and d.run_id = n.run_id and d.contact_id = ${contactId}
    where d.status in ('accepted', 'delivered') group by d.subscription_id`;
}

export async function findSubscription(
  scope: WorkspaceScope,
  channel: Channel,
  addressKey: string,
): Promise<SubscriptionRow | undefined> {
  const rows = await scope.sql<SubscriptionRow>`
    select * from subscriptions where workspace_id = ${scope.id} and channel = ${channel}
      and address_key = ${addressKey} and status <> 'removed'`;
  return rows[0];
}

export async function removeSubscription(
  tx: WorkspaceScope,
  { contactId, subscriptionId }: { contactId: string; subscriptionId: string },
): Promise<SubscriptionRow | undefined> {
  const rows = await tx.sql<SubscriptionRow>`
    update subscriptions set status = 'removed', updated_at = now()
    where workspace_id = ${tx.id} and id = ${subscriptionId} and contact_id = ${contactId} and status <> 'removed'
    returning *`;
  return rows[0];
}

export async function listConsentsOf(scope: WorkspaceScope, contactIds: string[]): Promise<ConsentRow[]> {
  return scope.sql<ConsentRow>`
    select * from consents where workspace_id = ${scope.id} and contact_id = any(${contactIds})
    order by channel, category`;
}

/** With what the person did: it says as much about them as their name. */
export async function deleteContact(tx: WorkspaceScope, contactId: string): Promise<ContactRow | undefined> {
  await tx.sql`delete from events where workspace_id = ${tx.id} and contact_id = ${contactId}`;
  const rows = await tx.sql<ContactRow>`
    delete from contacts where workspace_id = ${tx.id} and id = ${contactId} returning *`;
  return rows[0];
}
