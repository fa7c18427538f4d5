import type { ProviderRow } from "@/db/queries/providers/provider-row";
import { insertRecipients } from "@/db/queries/runs/recipients";
import { insertRun } from "@/db/queries/runs/runs";
import { chunkReadyOf } from "@/inngest/events/runs";
import type { MessageCategory } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import type { Tracking } from "@/lib/domain/events/tracking/tracking";
import type { RunTiming } from "@/lib/domain/timing/run-timing";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";

type NamedRun = {
  kind: "transactional" | "automation" | "test";
  campaignId: string | null;
  provider: Pick<ProviderRow, "id" | "channel">;
  category: MessageCategory;
  /** Absent: nothing is tracked. */
  tracking?: Tracking;
  contents: Content[];
  ttlSeconds: number | null;
  priority?: "normal" | "high";
  /** Absent: sending hours and caps have no say. */
  timing?: RunTiming | null;
  expiresInMillis: number;
  /** Absent: nobody gets a code. A test gets none of the batch's. */
  couponBatchId?: string | null;
  couponHoldoutPercent?: number;
  recipients: { contactId: string; variables: Record<string, unknown> | null }[];
};

/** A run to people who are named, not filtered: open at once. */
export async function openNamedRun(tx: TransactionContext, named: NamedRun): Promise<string> {
  const { kind, campaignId, provider, category, contents, ttlSeconds, recipients } = named;
  const runId = newId();
  const now = tx.now();
  await insertRun(tx.scope, {
    id: runId,
    campaignId,
    kind,
    status: "sending",
    channel: provider.channel,
    category,
    providerId: provider.id,
    contents,
    audience: null,
    ttlSeconds,
    priority: named.priority ?? "high",
    tracking: named.tracking ?? null,
    timing: named.timing ?? null,
    sendAt: now,
    expiresAt: new Date(now.getTime() + named.expiresInMillis),
    audienceCount: recipients.length,
    couponBatchId: named.couponBatchId ?? null,
    couponHoldoutPercent: named.couponHoldoutPercent ?? 0,
  });
  await insertRecipients(tx.scope, runId, recipients);
  const data = { workspaceId: tx.workspaceId, runId, chunkNo: 1 };
  await tx.emit({ id: `run-${runId}-1-0`, ...chunkReadyOf(kind), data });
  return runId;
}
