import { lockCampaign } from "@/db/queries/campaigns/campaigns";
import { insertChunks, insertWaveChunks } from "@/db/queries/runs/freeze-run";
import { findRun, type RunRow, updateRunStatus } from "@/db/queries/runs/runs";
import { isPerPerson } from "@/lib/domain/timing/run-timing";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { closeRun } from "./close-run";
import { chunkSizeFor } from "./run";
import { firstWaveAt, waveMillis } from "./timing/waves";
import { wakeOpenChunks } from "./wake-open-chunks";

/**
 * Cuts a frozen audience into chunks and wakes their senders, in one transaction; called again it changes nothing.
 * The run of a campaign that was paused meanwhile waits for its resumption, which wakes them then.
 */
export async function openRun(
  ctx: WorkspaceContext,
  { runId }: { runId: string },
): Promise<{ chunks: number }> {
  ctx.require("campaigns.send");
  const chunks = await ctx.transaction(async (tx) => {
    const run = await findRun(tx.scope, runId);
    if (!run) throw notFound();
    // The campaign first: pause, resume and cancel take the same lock in the same order.
    const campaign = run.campaignId ? await lockCampaign(tx.scope, run.campaignId) : undefined;
    const to = campaign?.status === "paused" ? "paused" : "sending";
    if (!(await updateRunStatus(tx.scope, runId, ["freezing"], to))) return 0;
    const count = await cutIntoChunks(tx, run);
    if (to === "sending") await wakeOpenChunks(tx, { runId, wake: 0 });
    return count;
  });
  if (chunks === 0) await closeRun(ctx, { runId });
  return { chunks };
}

function cutIntoChunks(
  tx: TransactionContext,
  { id, timing, startedAt, audienceCount }: RunRow,
): Promise<number> {
  const size = chunkSizeFor(audienceCount);
  if (!timing || !isPerPerson(timing)) return insertChunks(tx.scope, id, size);
  const first = firstWaveAt(startedAt ?? tx.now());
  return insertWaveChunks(tx.scope, id, { size, firstWaveAt: first, waveSeconds: waveMillis / 1_000 });
}
