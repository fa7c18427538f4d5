import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import type { WorkspaceScope } from "@/db/scope";
import { campaignScheduled } from "@/inngest/events/campaigns";
import type { DemoWorkspace } from "../demo-workspaces";
import { type DemoCampaign, demoCampaigns } from "./demo-campaigns";
import { demoFault } from "./demo-fault";
import { insertHours } from "./insert-hours";
import { insertPeople } from "./insert-people";

/** Campaigns with the history that they would have left behind. */
export async function insertDemoCampaigns(
  tx: WorkspaceScope,
  workspace: DemoWorkspace,
  now: Date,
): Promise<void> {
  // Just filled in this transaction: without figures the planner takes both tables for empty.
  await tx.sql`analyze contacts, subscriptions`;
  const campaigns = demoCampaigns(workspace, now);
  await insertCampaigns(tx, campaigns);
  for (const campaign of campaigns.filter(({ status }) => status === "sent")) {
    await insertRun(tx, campaign);
    if (campaign.hasPeople) await insertPeople(tx, campaign);
    else await insertTotals(tx, campaign);
    await insertHours(tx, campaign, now);
  }
  await tx.sql`
    insert into workspace_totals (workspace_id, sent)
    select workspace_id, sum(sent) from campaign_hours where workspace_id = ${tx.id} group by 1`;
  await insertOutboxEvents(
    tx.connection,
    campaigns
      .filter(({ status }) => status === "scheduled")
      .map(({ id, at }) => ({
        id: `campaign-${id}-1`,
        name: campaignScheduled.name,
        data: { workspaceId: tx.id, campaignId: id, version: 1 },
        ts: at,
      })),
  );
}

async function insertCampaigns(tx: WorkspaceScope, campaigns: DemoCampaign[]): Promise<void> {
  await tx.sql`
    insert into campaigns (workspace_id, id, name, channel, status, schedule_type, scheduled_at, audience, contents,
      run_id, created_by, started_at, ended_at, created_at, updated_at)
    select ${tx.id}, r.id, r.name, r.channel, r.status, case when r.status = 'scheduled' then 'scheduled' else 'send_now' end,
      case when r.status = 'draft' then null else r.at end, '{"and": []}', r.contents,
      case when r.status = 'sent' then r."runId" end, 'Ayşe Yılmaz',
      case when r.status = 'sent' then r.at end,
      case when r.status in ('sent', 'cancelled') then r.at + interval '40 seconds' end,
      least(r.at, now()) - interval '20 hours', least(r.at, now())
    from jsonb_to_recordset(${tx.json(campaigns)}) as r(id uuid, "runId" uuid, name text, channel text, status text,
      contents jsonb, at timestamptz)`;
}

async function insertRun(tx: WorkspaceScope, campaign: DemoCampaign): Promise<void> {
  const { id, runId, channel, contents, at } = campaign;
  await tx.sql`
    insert into runs (workspace_id, id, campaign_id, kind, status, channel, category, provider_id, contents, audience,
      frozen_at, send_at, started_at, ended_at, created_at)
    select ${tx.id}, ${runId}, ${id}, 'campaign', 'finished', ${channel}, 'marketing', p.id, ${tx.json(contents)},
      '{"and": []}', ${at}, ${at}, ${at}, ${at}::timestamptz + interval '40 seconds', ${at}
    from providers p where p.workspace_id = ${tx.id} and p.channel = ${channel} and p.status = 'active'`;
}

/** An old send, kept as totals: the reach of its channel today, scaled down to the contacts of its time. */
async function insertTotals(tx: WorkspaceScope, { runId, channel, share, at }: DemoCampaign): Promise<void> {
  await tx.sql`
    with counted as (
      select floor(count(*) * ${share}::float8)::int as audience,
        floor(count(*) filter (where s.contact_id is not null) * ${share}::float8)::int as reached
      from contacts c left join lateral (select contact_id from subscriptions s where s.workspace_id = ${tx.id}
        and s.contact_id = c.id and s.channel = ${channel} limit 1) s on true
      where c.workspace_id = ${tx.id}),
    parted as (select audience, reached, reached / 47 as failed, audience - reached as skipped from counted),
    run as (update runs set audience_count = parted.audience from parted
      where workspace_id = ${tx.id} and id = ${runId} returning 1)
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size, status, sent,
      failed, skipped, reasons, started_at, ended_at)
    select ${tx.id}, ${runId}, 1, '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      audience, 'done', reached - failed, failed, skipped,
      jsonb_strip_nulls(jsonb_build_object('skipped:no_endpoint', nullif(skipped, 0), ${`failed:${demoFault(channel).code}`}::text, nullif(failed, 0))),
      ${at}, ${at}::timestamptz + interval '40 seconds'
    from parted, run`;
}
