import type { runs } from "@/db/schema/campaigns";
import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import type { Tracking } from "@/lib/domain/events/tracking/tracking";
import type { RunKind, RunStatus } from "@/lib/domain/runs/run";
import type { RunTiming } from "@/lib/domain/timing/run-timing";

export type RunRow = typeof runs.$inferSelect;

export type NewRun = {
  id: string;
  campaignId: string | null;
  kind: RunKind;
  status: RunStatus;
  channel: Channel;
  category: MessageCategory;
  providerId: string;
  contents: Content[];
  audience: AudienceFilter | null;
  ttlSeconds: number | null;
  priority: "normal" | "high";
  /** Null: nothing is tracked. */
  tracking: Tracking | null;
  sendAt: Date;
  timing?: RunTiming | null;
  expiresAt: Date | null;
  audienceCount: number;
  /** Absent: nobody gets a code. */
  couponBatchId?: string | null;
  couponHoldoutPercent?: number;
};

export async function insertRun(tx: WorkspaceScope, run: NewRun): Promise<void> {
  await tx.sql`
    insert into runs (workspace_id, id, campaign_id, kind, status, channel, category, provider_id, contents, audience,
      ttl_seconds, priority, tracking, send_at, timing, expires_at, audience_count, coupon_batch_id,
      coupon_holdout_percent, started_at)
    values (${tx.id}, ${run.id}, ${run.campaignId}, ${run.kind}, ${run.status}, ${run.channel}, ${run.category},
      ${run.providerId}, ${tx.json(run.contents)}, ${run.audience ? tx.json(run.audience) : null}, ${run.ttlSeconds},
      ${run.priority}, ${run.tracking ? tx.json(run.tracking) : null}, ${run.sendAt},
      ${run.timing ? tx.json(run.timing) : null}, ${run.expiresAt}, ${run.audienceCount},
      ${run.couponBatchId ?? null}, ${run.couponHoldoutPercent ?? 0}, now())`;
}

export async function findRun(scope: WorkspaceScope, id: string): Promise<RunRow | undefined> {
  const rows = await scope.sql<RunRow>`select * from runs where workspace_id = ${scope.id} and id = ${id}`;
  return rows[0];
}

/** Moves a run from one of some states to another; false when it was in none of them. Its end is noted when it is closed. */
export async function updateRunStatus(
  tx: WorkspaceScope,
  id: string,
  from: RunStatus[],
  to: RunStatus,
): Promise<boolean> {
  const rows = await tx.sql`
    update runs set status = ${to}
    where workspace_id = ${tx.id} and id = ${id} and status = any(${from}) returning id`;
  return rows.length === 1;
}

/** Whoever resumes a run has seen how late it is. */
export async function acceptLateness(tx: WorkspaceScope, id: string): Promise<void> {
  await tx.sql`update runs set lateness_accepted = true where workspace_id = ${tx.id} and id = ${id}`;
}
