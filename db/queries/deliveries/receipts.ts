import { transactionalSends } from "@/db/queries/runs/campaign-hours";
import type { WorkspaceScope } from "@/db/scope";

type Told = { providerMessageId: string; occurredAt: Date };

/** The first word of delivery counts, in the row and in the hourly totals; repeats change nothing. */
export async function markDelivered(
  tx: WorkspaceScope,
  { providerMessageId, occurredAt }: Told,
): Promise<boolean> {
  const rows = await tx.sql`
    with told as (
      update deliveries d set status = 'delivered', delivered_at = ${occurredAt}
      where d.workspace_id = ${tx.id} and d.provider_message_id = ${providerMessageId}
        and d.channel in ('sms', 'whatsapp', 'email') and d.status in ('accepted', 'unknown')
      returning d.run_id, d.channel)
    insert into campaign_hours as h (workspace_id, hour, campaign_id, channel, delivered)
    select ${tx.id}, date_trunc('hour', ${occurredAt}::timestamptz, 'UTC'),
      coalesce(r.campaign_id, ${transactionalSends}::uuid), told.channel, count(*)
    from told join runs r on r.workspace_id = ${tx.id} and r.id = told.run_id and r.kind <> 'test'
    group by r.campaign_id, told.channel
    on conflict (workspace_id, hour, campaign_id, channel) do update set delivered = h.delivered + excluded.delivered
    returning 1`;
  return rows.length > 0;
}

/**
 * A message that was taken over and did not arrive. Its person moves from sent to failed in the run's totals,
 * unless another endpoint of theirs was reached.
 */
export async function markFailed(
  tx: WorkspaceScope,
  { providerMessageId, occurredAt, code }: Told & { code: string },
): Promise<void> {
  await tx.sql`
    with told as (
      update deliveries d set status = 'failed', failed_at = ${occurredAt}, code = ${code}
      where d.workspace_id = ${tx.id} and d.provider_message_id = ${providerMessageId}
        and d.channel in ('sms', 'whatsapp', 'email') and d.status = 'accepted'
      returning d.run_id, d.contact_id, d.subscription_id),
    lost as (
      select told.run_id, told.contact_id from told
      where not exists (select 1 from deliveries o where o.workspace_id = ${tx.id} and o.run_id = told.run_id
        and o.contact_id = told.contact_id and o.subscription_id <> told.subscription_id
        and o.status in ('accepted', 'delivered')))
    update run_chunks k set sent = k.sent - 1, failed = k.failed + 1,
      reasons = k.reasons || jsonb_build_object('failed:' || ${code}::text,
        coalesce((k.reasons ->> ('failed:' || ${code}::text))::int, 0) + 1)
    from lost
    where k.workspace_id = ${tx.id} and k.run_id = lost.run_id and k.status in ('done', 'cancelled')
      and lost.contact_id > k.after_contact_id and lost.contact_id <= k.last_contact_id`;
}

/** Nobody writes to this address again on this channel; its person's consent says so too. */
export async function optOutAddress(
  tx: WorkspaceScope,
  {
    channel,
    address,
    reason,
    occurredAt,
  }: { channel: string; address: string; reason: string; occurredAt: Date },
): Promise<void> {
  const key = channel === "email" ? address.toLowerCase() : address;
  await tx.sql`
    insert into suppressions (workspace_id, channel, address_key, reason) values (${tx.id}, ${channel}, ${key}, ${reason})
    on conflict do nothing`;
  await tx.sql`
    insert into consents as c (workspace_id, contact_id, channel, category, status, source, occurred_at)
    select ${tx.id}, s.contact_id, s.channel, 'marketing', 'denied', ${reason}, ${occurredAt} from subscriptions s
    where s.workspace_id = ${tx.id} and s.channel = ${channel} and s.address_key = ${key}
    on conflict (workspace_id, contact_id, channel, category) do update set status = 'denied', source = ${reason},
      occurred_at = ${occurredAt} where c.occurred_at <= ${occurredAt}`;
}
