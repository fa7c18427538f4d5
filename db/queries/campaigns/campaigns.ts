import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { CampaignStatus, ScheduleType } from "@/lib/domain/campaigns/campaign";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import type { Tracking } from "@/lib/domain/events/tracking/tracking";
import type { CampaignTiming } from "@/lib/domain/timing/campaign-timing";
import { totalsOfRun } from "../runs/run-totals";
import type { CampaignRow, CampaignWithTotals } from "./campaign-row";

export type CampaignFields = {
  name: string;
  description: string;
  channel: Channel;
  category: MessageCategory;
  tone: string | null;
  scheduleType: ScheduleType;
  scheduledAt: Date | null;
  timing: CampaignTiming;
  audience: AudienceFilter;
  contents: Content[];
  ttlSeconds: number | null;
  priority: "normal" | "high";
  tracking: Tracking | null;
  couponBatchId: string | null;
  couponHoldoutPercent: number;
};

export async function insertCampaign(
  tx: WorkspaceScope,
  id: string,
  fields: CampaignFields,
  createdBy: string,
  document: object | null = null,
): Promise<void> {
  await tx.sql`
    insert into campaigns (workspace_id, id, name, description, channel, category, tone, schedule_type, scheduled_at,
      timing, audience, contents, ttl_seconds, priority, tracking, coupon_batch_id,
      coupon_holdout_percent, document, created_by)
    values (${tx.id}, ${id}, ${fields.name}, ${fields.description}, ${fields.channel}, ${fields.category},
      ${fields.tone}, ${fields.scheduleType}, ${fields.scheduledAt}, ${tx.json(fields.timing)}, ${tx.json(fields.audience)},
      ${tx.json(fields.contents)}, ${fields.ttlSeconds}, ${fields.priority},
      ${fields.tracking ? tx.json(fields.tracking) : null}, ${fields.couponBatchId}, ${fields.couponHoldoutPercent},
      ${document ? tx.json(document) : null}, ${createdBy})`;
}

export async function findCampaign(
  scope: WorkspaceScope,
  id: string,
): Promise<CampaignWithTotals | undefined> {
  const rows = await scope.sql<CampaignWithTotals>`
    select c.*, (select ${totalsOfRun(scope)} from runs r where r.workspace_id = ${scope.id} and r.id = c.run_id) as totals
    from campaigns c where c.workspace_id = ${scope.id} and c.id = ${id} and c.automation_id is null`;
  return rows[0];
}

/** Holds the row until the transaction ends, so that a rule and the write it allows see the same state. */
export async function lockCampaign(tx: WorkspaceScope, id: string): Promise<CampaignRow | undefined> {
  const rows = await tx.sql<CampaignRow>`
    select * from campaigns where workspace_id = ${tx.id} and id = ${id} and automation_id is null for update`;
  return rows[0];
}

/** The same for many, in one order whoever asks, so that two of these never wait for each other. */
export function lockCampaigns(tx: WorkspaceScope, ids: string[]): Promise<CampaignRow[]> {
  return tx.sql<CampaignRow>`
    select * from campaigns where workspace_id = ${tx.id} and id = any(${ids}) and automation_id is null
    order by id for update`;
}

export async function updateCampaignFields(
  tx: WorkspaceScope,
  id: string,
  fields: CampaignFields,
): Promise<void> {
  await tx.sql`
    update campaigns set name = ${fields.name}, description = ${fields.description}, channel = ${fields.channel},
      category = ${fields.category}, tone = ${fields.tone}, schedule_type = ${fields.scheduleType},
      scheduled_at = ${fields.scheduledAt}, timing = ${tx.json(fields.timing)}, audience = ${tx.json(fields.audience)},
      contents = ${tx.json(fields.contents)}, ttl_seconds = ${fields.ttlSeconds}, priority = ${fields.priority},
      tracking = ${fields.tracking ? tx.json(fields.tracking) : null}, coupon_batch_id = ${fields.couponBatchId},
      coupon_holdout_percent = ${fields.couponHoldoutPercent}, version = version + 1, updated_at = now()
    where workspace_id = ${tx.id} and id = ${id}`;
}

type StatusChange = {
  status: CampaignStatus;
  scheduleType?: ScheduleType;
  scheduledAt?: Date | null;
  startsAt?: Date | null;
  runId?: string;
  failure?: { reason: string; detail: string };
};

export async function updateCampaignStatus(
  tx: WorkspaceScope,
  id: string,
  change: StatusChange,
): Promise<CampaignRow> {
  const { fragment } = tx;
  const isEnd = change.status === "sent" || change.status === "cancelled" || change.status === "failed";
  const rows = await tx.sql<CampaignRow>`
    update campaigns set status = ${change.status}, version = version + 1, updated_at = now(),
      failure_reason = ${change.failure?.reason ?? null}, failure_detail = ${change.failure?.detail || null}
      ${change.scheduleType ? fragment`, schedule_type = ${change.scheduleType}` : fragment``}
      ${change.scheduledAt === undefined ? fragment`` : fragment`, scheduled_at = ${change.scheduledAt}`}
      ${change.startsAt === undefined ? fragment`` : fragment`, starts_at = ${change.startsAt}`}
      ${change.runId ? fragment`, run_id = ${change.runId}, started_at = now()` : fragment``}
      ${isEnd ? fragment`, ended_at = now()` : fragment``}
    where workspace_id = ${tx.id} and id = ${id} returning *`;
  const [row] = rows;
  if (!row) throw new Error("A locked campaign vanished inside its transaction.");
  return row;
}

export async function deleteCampaign(tx: WorkspaceScope, id: string): Promise<void> {
  await tx.sql`delete from campaigns where workspace_id = ${tx.id} and id = ${id}`;
}
