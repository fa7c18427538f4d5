import type { WorkspaceScope } from "@/db/scope";
import type { SubscriptionStatus } from "@/lib/domain/contacts/contact";
import { givenAt } from "./consent-moment";
import type { SelectedRange } from "./selected-contacts";
import { selectedContacts } from "./selected-contacts";

/** Without a contact it is claimed for somebody who is not there yet. */
export type AddressClaim = { contactId: string | null; channel: string; addressKey: string };

/** Who has an address that others claim. */
export type AddressHolder = {
  subscriptionId: string;
  channel: string;
  addressKey: string;
  contactId: string;
  status: SubscriptionStatus;
  /** The import that made the contact. */
  importJobId: string | null;
  /** The contact's `email` or `phone` shows it. */
  isMain: boolean;
};

/** Of claimed addresses those that somebody else has; one probe of an index each. Which is main is `mainAddressOf` in SQL. */
export async function findHolders(tx: WorkspaceScope, claims: AddressClaim[]): Promise<AddressHolder[]> {
  if (claims.length === 0) return [];
  return tx.sql<AddressHolder>`
    select s.id as subscription_id, s.channel, s.address_key, s.contact_id, s.status, c.import_job_id,
      s.id = (select m.id from subscriptions m
        where m.workspace_id = ${tx.id} and m.contact_id = s.contact_id and m.channel = s.channel
          and m.status <> 'removed'
        order by m.status <> 'active', m.created_at, m.id limit 1) as is_main
    from unnest(${claims.map((claim) => claim.contactId)}::uuid[], ${claims.map((claim) => claim.channel)}::text[],
      ${claims.map((claim) => claim.addressKey)}::text[]) as r(contact_id, channel, address_key)
    cross join lateral (
      select id, channel, address_key, contact_id, status from subscriptions
      where workspace_id = ${tx.id} and channel = r.channel and address_key = r.address_key limit 1) s
    join contacts c on c.workspace_id = ${tx.id} and c.id = s.contact_id
    where s.contact_id is distinct from r.contact_id and s.status <> 'removed'`;
}

type Loss = Pick<AddressHolder, "subscriptionId" | "contactId" | "status">;

/** Remembers who had these addresses before the import; what is remembered first counts. */
export async function recordMovedAddresses(tx: WorkspaceScope, jobId: string, losses: Loss[]): Promise<void> {
  if (losses.length === 0) return;
  await tx.sql`
    insert into moved_addresses (workspace_id, job_id, subscription_id, contact_id, status)
    select ${tx.id}, ${jobId}, r.subscription_id, r.contact_id, r.status
    from unnest(${losses.map((loss) => loss.subscriptionId)}::uuid[],
      ${losses.map((loss) => loss.contactId)}::uuid[], ${losses.map((loss) => loss.status)}::text[])
      as r(subscription_id, contact_id, status)
    on conflict do nothing`;
}

/**
 * Gives what the contacts of the range hold back to whoever had it before the import; gives how many. What became
 * known of an address since goes with it: that nothing arrives there, and that whoever reads it said no.
 */
export async function returnAddresses(
  tx: WorkspaceScope,
  jobId: string,
  range: SelectedRange,
): Promise<number> {
  const rows = await tx.sql`
    with moved as materialized (
      select s.id, s.channel, s.contact_id as holder, m.contact_id as owner, m.status
      from (${selectedContacts(tx, range)}) gone
      join subscriptions s on s.workspace_id = ${tx.id} and s.contact_id = gone.id
      join moved_addresses m on m.workspace_id = ${tx.id} and m.job_id = ${jobId} and m.subscription_id = s.id),
    refused as (
      insert into consents as c (workspace_id, contact_id, channel, category, status, source, occurred_at)
      select distinct on (moved.owner, k.channel, k.category)
        ${tx.id}::uuid, moved.owner, k.channel, k.category, k.status, k.source, k.occurred_at
      from moved join consents k on k.workspace_id = ${tx.id} and k.contact_id = moved.holder
        and k.channel = moved.channel and k.status = 'denied'
      order by moved.owner, k.channel, k.category, k.occurred_at desc
      on conflict (workspace_id, contact_id, channel, category) do update set
        status = excluded.status, source = excluded.source, occurred_at = excluded.occurred_at
      where ${givenAt(tx)} <= excluded.occurred_at)
    update subscriptions s set contact_id = moved.owner, updated_at = now(),
      status = case when s.status = 'active' then moved.status else s.status end
    from moved where s.workspace_id = ${tx.id} and s.id = moved.id
    returning 1`;
  return rows.length;
}

export type NamedContact = { id: string; firstName: string; lastName: string; externalId: string | null };

/** How these contacts are called; one that is gone is not among them. */
export async function listContactNames(scope: WorkspaceScope, contactIds: string[]): Promise<NamedContact[]> {
  if (contactIds.length === 0) return [];
  return scope.sql<NamedContact>`
    select id, first_name, last_name, external_id from contacts
    where workspace_id = ${scope.id} and id = any(${contactIds}::uuid[])`;
}
