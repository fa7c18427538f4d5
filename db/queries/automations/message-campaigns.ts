import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { MessageStep } from "@/lib/domain/automations/definition";
import { timingDefault } from "@/lib/domain/timing/campaign-timing";
import type { AutomationRow } from "./automations";

type Reported = { automationId: string; name: string; by: string; steps: MessageStep[] };

/** What the messages of an automation are reported under; a step that was published once keeps its row. */
export async function saveMessageCampaigns(tx: WorkspaceScope, reported: Reported): Promise<void> {
  await tx.sql`
    ${insertCampaigns(tx, reported)}
    on conflict (workspace_id, id) do update set name = excluded.name, channel = excluded.channel,
      category = excluded.category, contents = excluded.contents, ttl_seconds = excluded.ttl_seconds,
      priority = excluded.priority, tracking = excluded.tracking, coupon_batch_id = excluded.coupon_batch_id,
      coupon_holdout_percent = excluded.coupon_holdout_percent, updated_at = now()
    where campaigns.automation_id = excluded.automation_id`;
}

/** Of steps that have none yet: what is live is reported as it was published. */
export async function addMessageCampaigns(tx: WorkspaceScope, reported: Reported): Promise<void> {
  await tx.sql`${insertCampaigns(tx, reported)} on conflict (workspace_id, id) do nothing`;
}

function insertCampaigns(tx: WorkspaceScope, { automationId, name, by, steps }: Reported): Fragment {
  const rows = steps.map((step) => ({
    id: step.id,
    channel: step.channels[0],
    category: step.category,
    contents: step.contents,
    ttl: step.ttlSeconds,
    priority: step.priority,
    tracking: step.tracking,
    batch: step.couponBatchId ?? null,
    holdout: step.couponHoldoutPercent ?? 0,
  }));
  return tx.fragment`
    insert into campaigns (workspace_id, id, automation_id, name, channel, category, status, timing, audience, contents,
      ttl_seconds, priority, tracking, coupon_batch_id, coupon_holdout_percent, created_by)
    select ${tx.id}, s.id, ${automationId}, ${name}, s.channel, s.category, 'sent', ${tx.json(timingDefault)}, '{"and":[]}',
      s.contents, s.ttl, s.priority, s.tracking, s.batch, s.holdout, ${by}
    from jsonb_to_recordset(${tx.json(rows)}) as s(id uuid, channel text, category text, contents jsonb, ttl int,
      priority text, tracking jsonb, batch uuid, holdout smallint)`;
}

/** The first of these ids that something else is reported under. */
export async function findForeignStep(
  tx: WorkspaceScope,
  automationId: string,
  ids: string[],
): Promise<string | undefined> {
  if (ids.length === 0) return undefined;
  const rows = await tx.sql<{ id: string }>`
    select id from campaigns where workspace_id = ${tx.id} and id = any(${ids}::uuid[])
      and automation_id is distinct from ${automationId}::uuid limit 1`;
  return rows[0]?.id;
}

/** The automation whose draft has a message with this id. */
export async function findAutomationWithMessage(
  scope: WorkspaceScope,
  stepId: string,
): Promise<AutomationRow | undefined> {
  const rows = await scope.sql<AutomationRow>`
    select * from automations
    where workspace_id = ${scope.id} and draft -> 'steps' @> ${scope.json([{ id: stepId, kind: "message" }])}`;
  return rows[0];
}
