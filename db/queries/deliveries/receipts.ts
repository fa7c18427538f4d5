import { transactionalSends } from "@/db/queries/runs/campaign-hours";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import { addressKeyOf } from "@/lib/domain/contacts/address-key";

type Told = { providerMessageId: string; occurredAt: Date };

/**
 * The first word of delivery counts, in the row and in the hourly totals; repeats change nothing. Gives the campaigns
 * whose figures moved.
 */
export async function markDelivered(
  tx: WorkspaceScope,
  { providerMessageId, occurredAt }: Told,
): Promise<string[]> {
  const told = await tx.sql<ToldDelivery>`
    update deliveries d set status = 'delivered', delivered_at = ${occurredAt}
    from deliveries earlier
    where d.workspace_id = ${tx.id} and d.provider_message_id = ${providerMessageId}
      and d.channel in ('sms', 'whatsapp', 'email') and d.status in ('accepted', 'unknown')
      and earlier.workspace_id = d.workspace_id and earlier.run_id = d.run_id
      and earlier.contact_id = d.contact_id and earlier.subscription_id = d.subscription_id
    returning d.run_id, d.contact_id, d.subscription_id, d.channel, earlier.status as was`;
  const campaignIds: string[] = [];
  for (const delivery of told) {
    campaignIds.push(...(await addToHours(tx, delivery, { at: occurredAt, delivered: 1 })));
    if (delivery.was === "unknown") await recount(tx, delivery, { from: "unknown", to: "sent", code: null });
  }
  return campaignIds;
}

/**
 * A message that was taken over and did not arrive. Its person moves from sent to failed in every total, unless
 * another endpoint of theirs was reached. Gives the campaigns whose figures moved.
 */
export async function markFailed(
  tx: WorkspaceScope,
  { providerMessageId, occurredAt, code }: Told & { code: string },
): Promise<string[]> {
  const told = await tx.sql<ToldDelivery>`
    update deliveries d set status = 'failed', failed_at = ${occurredAt}, code = ${code}
    where d.workspace_id = ${tx.id} and d.provider_message_id = ${providerMessageId}
      and d.channel in ('sms', 'whatsapp', 'email') and d.status = 'accepted'
    returning d.run_id, d.contact_id, d.subscription_id, d.channel, 'accepted' as was`;
  const campaignIds: string[] = [];
  for (const delivery of told)
    campaignIds.push(...(await recount(tx, delivery, { from: "sent", to: "failed", code })));
  return campaignIds;
}

type ToldDelivery = {
  runId: string;
  contactId: string;
  subscriptionId: string;
  channel: string;
  was: string;
};

type Recount = { from: "sent" | "unknown"; to: "sent" | "failed"; code: string | null };

/** Moves a person from one total to another in the chunk and in the hour that counted them, if this endpoint decides. */
async function recount(
  tx: WorkspaceScope,
  delivery: ToldDelivery,
  { from, to, code }: Recount,
): Promise<string[]> {
  const { runId, contactId, subscriptionId } = delivery;
  const reason = code === null ? null : `failed:${code}`;
  const moved = await tx.sql<{ endedAt: Date }>`
    update run_chunks k set ${tx.name(from)} = k.${tx.name(from)} - 1, ${tx.name(to)} = k.${tx.name(to)} + 1,
      reasons = case when ${reason}::text is null then k.reasons else k.reasons || jsonb_build_object(${reason}::text,
        coalesce((k.reasons ->> ${reason}::text)::int, 0) + 1) end
    where k.workspace_id = ${tx.id} and k.run_id = ${runId} and k.status in ('done', 'cancelled')
      and ${contactId}::uuid > k.after_contact_id and ${contactId}::uuid <= k.last_contact_id
      and not exists (select 1 from deliveries o where o.workspace_id = ${tx.id} and o.run_id = ${runId}
        and o.contact_id = ${contactId} and o.subscription_id <> ${subscriptionId}
        and o.status in ('accepted', 'delivered'))
    returning coalesce(k.ended_at, now()) as ended_at`;
  const step = to === "sent" ? 1 : -1;
  const campaignIds: string[] = [];
  for (const { endedAt } of moved)
    campaignIds.push(...(await addToHours(tx, delivery, { at: endedAt, sent: step, failed: -step })));
  return campaignIds;
}

type Hours = { at: Date; sent?: number; failed?: number; delivered?: number };

/** Gives the run's campaign, if it has one. */
async function addToHours(
  tx: WorkspaceScope,
  { runId, channel }: ToldDelivery,
  hours: Hours,
): Promise<string[]> {
  const { at, sent = 0, failed = 0, delivered = 0 } = hours;
  const rows = await tx.sql<{ campaignId: string }>`
    insert into campaign_hours as h (workspace_id, hour, campaign_id, channel, sent, failed, delivered)
    select ${tx.id}, date_trunc('hour', ${at}::timestamptz, 'UTC'), coalesce(r.campaign_id, ${transactionalSends}::uuid),
      ${channel}, ${sent}, ${failed}, ${delivered}
    from runs r where r.workspace_id = ${tx.id} and r.id = ${runId} and r.kind <> 'test'
    on conflict (workspace_id, hour, campaign_id, channel) do update set sent = h.sent + excluded.sent,
      failed = h.failed + excluded.failed, delivered = h.delivered + excluded.delivered
    returning h.campaign_id`;
  return rows.map(({ campaignId }) => campaignId).filter((id) => id !== transactionalSends);
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
      occurred_at = ${occurredAt} where c.occurred_at <= ${occurredAt}`;
}
