import type { Fragment } from "@/db/client";
import { givenAt } from "@/db/queries/contacts/consent-moment";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import { addressKeyOf } from "@/lib/domain/contacts/address-key";
import type { DeliveryReceipt } from "@/lib/domain/deliveries/receipt";
import type { DeliveryStatus } from "@/lib/domain/runs/run";
import { transactionalSends } from "../runs/campaign-hours";

/** A delivery that a provider speaks of. */
export type ToldDelivery = {
  runId: string;
  contactId: string;
  subscriptionId: string;
  channel: string;
  status: DeliveryStatus;
};

/**
 * The usual word: what was taken over has arrived. Repeats change nothing. Gives the messages that had not arrived
 * before, each with its campaign if it has one.
 */
export async function markDelivered(
  tx: WorkspaceScope,
  receipts: DeliveryReceipt[],
): Promise<{ providerMessageId: string; campaignId: string | null }[]> {
  if (receipts.length === 0) return [];
  return tx.sql<{ providerMessageId: string; campaignId: string | null }>`
    with told as (
      select t."providerMessageId" as id, min(t."occurredAt") as at
      from jsonb_to_recordset(${tx.json(receipts)}) as t("providerMessageId" text, "occurredAt" timestamptz) group by 1),
    arrived as (
      update deliveries d set status = 'delivered', delivered_at = t.at from told t
      where ${toldBy(tx, tx.fragment`t.id`)} and d.status = 'accepted'
      returning d.run_id, d.channel, d.provider_message_id, t.at),
    counted as (
      insert into campaign_hours as h (workspace_id, hour, campaign_id, channel, delivered)
      select ${tx.id}, date_trunc('hour', a.at, 'UTC'), coalesce(r.campaign_id, ${transactionalSends}::uuid), a.channel, count(*)
      from arrived a join runs r on r.workspace_id = ${tx.id} and r.id = a.run_id and r.kind <> 'test' group by 2, 3, 4
      order by 2
      on conflict (workspace_id, hour, campaign_id, channel) do update set delivered = h.delivered + excluded.delivered)
    select a.provider_message_id, r.campaign_id
    from arrived a join runs r on r.workspace_id = ${tx.id} and r.id = a.run_id`;
}

export async function listToldDeliveries(
  tx: WorkspaceScope,
  providerMessageId: string,
): Promise<(ToldDelivery & { campaignId: string | null })[]> {
  return tx.sql<ToldDelivery & { campaignId: string | null }>`
    select d.run_id, d.contact_id, d.subscription_id, d.channel, d.status, r.campaign_id
    from deliveries d join runs r on r.workspace_id = ${tx.id} and r.id = d.run_id
    where ${toldBy(tx, tx.fragment`${providerMessageId}`)}`;
}

/** Whether a delivery `d` is the one that a provider calls so. */
export const toldBy = (tx: WorkspaceScope, providerMessageId: Fragment): Fragment => tx.fragment`
  d.workspace_id = ${tx.id} and d.provider_message_id = ${providerMessageId} and d.channel in ('sms', 'whatsapp', 'email')`;

/** What a person's endpoints have come to so far. */
export async function listEndpointStatuses(
  tx: WorkspaceScope,
  { runId, contactId }: Pick<ToldDelivery, "runId" | "contactId">,
): Promise<DeliveryStatus[]> {
  const rows = await tx.sql<{ status: DeliveryStatus }>`
    select d.status from deliveries d
    where d.workspace_id = ${tx.id} and d.run_id = ${runId} and d.contact_id = ${contactId}`;
  return rows.map(({ status }) => status);
}

type Change = { to: "delivered" | "failed"; occurredAt: Date; code: string | null };

/**
 * Writes what a provider says of one delivery. Gives what its person's endpoints had come to before, this one among
 * them; nothing when the delivery is no longer as it was.
 */
export async function changeToldDelivery(
  tx: WorkspaceScope,
  { runId, contactId, subscriptionId, status }: ToldDelivery,
  { to, occurredAt, code }: Change,
): Promise<{ subscriptionId: string; status: DeliveryStatus }[]> {
  return tx.sql<{ subscriptionId: string; status: DeliveryStatus }>`
    with changed as (
      update deliveries d set status = ${to}, ${tx.name(to === "failed" ? "failed_at" : "delivered_at")} = ${occurredAt},
        code = coalesce(${code}, d.code)
      where d.workspace_id = ${tx.id} and d.run_id = ${runId} and d.contact_id = ${contactId}
        and d.subscription_id = ${subscriptionId} and d.status = ${status}
      returning 1)
    select o.subscription_id, o.status from deliveries o
    where o.workspace_id = ${tx.id} and o.run_id = ${runId} and o.contact_id = ${contactId}
      and exists (select 1 from changed)`;
}

/** Nobody writes to this address again on this channel; its person's consent says so too. */
export async function optOutAddress(
  tx: WorkspaceScope,
  {
    channel,
    address,
    reason,
    occurredAt,
  }: { channel: Channel; address: string; reason: string; occurredAt: Date },
): Promise<void> {
  const key = addressKeyOf(channel, address);
  await tx.sql`
    insert into suppressions (workspace_id, channel, address_key, reason) values (${tx.id}, ${channel}, ${key}, ${reason})
    on conflict do nothing`;
  await tx.sql`
    insert into consents as c (workspace_id, contact_id, channel, category, status, source, occurred_at)
    select ${tx.id}, s.contact_id, s.channel, 'marketing', 'denied', ${reason}, ${occurredAt} from subscriptions s
    where s.workspace_id = ${tx.id} and s.channel = ${channel} and s.address_key = ${key}
      and s.status <> 'removed'
    on conflict (workspace_id, contact_id, channel, category) do update set status = 'denied', source = ${reason},
      occurred_at = ${occurredAt} where ${givenAt(tx)} <= ${occurredAt}`;
}
