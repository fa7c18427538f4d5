import type { WorkspaceScope } from "@/db/scope";
import type { DemoCampaign } from "./demo-campaigns";
import { demoFault } from "./demo-fault";

/** A send with everybody in it: who has an endpoint was reached, every forty-seventh of them no longer. */
export async function insertPeople(tx: WorkspaceScope, campaign: DemoCampaign): Promise<void> {
  const { runId, at } = campaign;
  await tx.sql`
    insert into notifications (workspace_id, run_id, contact_id, created_at)
    select ${tx.id}, ${runId}, c.id, ${at} from contacts c where c.workspace_id = ${tx.id}`;
  await insertDeliveries(tx, campaign);
  await tx.sql`
    insert into skips (workspace_id, run_id, contact_id, reason, inputs, created_at)
    select n.workspace_id, n.run_id, n.contact_id, 'no_endpoint', '{"endpoints": 0}', ${at} from notifications n
    where n.workspace_id = ${tx.id} and n.run_id = ${runId} and (select d.contact_id
      from deliveries d where d.workspace_id = ${tx.id} and d.run_id = ${runId} and d.contact_id = n.contact_id limit 1)
      is null`;
  await insertChunk(tx, campaign);
}

async function insertDeliveries(tx: WorkspaceScope, { runId, channel, at }: DemoCampaign): Promise<void> {
  await tx.sql`
    insert into deliveries (workspace_id, run_id, contact_id, subscription_id, channel, provider_id, status, code,
      detail, provider_message_id, sent_at, delivered_at)
    select ${tx.id}, ${runId}, s.contact_id, s.id, ${channel}, r.provider_id,
      case when s.n % 47 = 0 then 'failed' when ${channel} in ('sms', 'whatsapp') then 'delivered' else 'accepted' end,
      case when s.n % 47 = 0 then ${demoFault(channel).code} end,
      case when s.n % 47 = 0 then ${demoFault(channel).detail} end,
      case when s.n % 47 <> 0 then 'demo-' || substr(s.id::text, 25) end,
      ${at}::timestamptz + make_interval(secs => s.n * 0.016),
      case when s.n % 47 <> 0 and ${channel} in ('sms', 'whatsapp') then ${at}::timestamptz + make_interval(secs => 4 + s.n * 0.016) end
    from (select distinct on (contact_id) contact_id, id, row_number() over (order by contact_id) as n from subscriptions
      where workspace_id = ${tx.id} and channel = ${channel} order by contact_id, id) s
    join runs r on r.workspace_id = ${tx.id} and r.id = ${runId}`;
}

async function insertChunk(tx: WorkspaceScope, { runId, channel, at }: DemoCampaign): Promise<void> {
  await tx.sql`
    with counted as (
      select (select count(*) from notifications n where n.workspace_id = ${tx.id} and n.run_id = ${runId})::int as audience,
        count(*) filter (where status = 'failed')::int as failed, count(*) filter (where status <> 'failed')::int as sent
      from deliveries d where d.workspace_id = ${tx.id} and d.run_id = ${runId}),
    run as (update runs set audience_count = counted.audience from counted
      where workspace_id = ${tx.id} and id = ${runId} returning 1)
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size, status, sent,
      failed, skipped, reasons, started_at, ended_at)
    select ${tx.id}, ${runId}, 1, '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      audience, 'done', sent, failed, audience - sent - failed,
      jsonb_strip_nulls(jsonb_build_object('skipped:no_endpoint', nullif(audience - sent - failed, 0), ${`failed:${demoFault(channel).code}`}::text, nullif(failed, 0))),
      ${at}, ${at}::timestamptz + interval '40 seconds'
    from counted, run`;
}
