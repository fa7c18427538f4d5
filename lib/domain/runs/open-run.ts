import { insertChunks } from "@/db/queries/runs/freeze-run";
import { findRun, updateRunStatus } from "@/db/queries/runs/runs";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { closeRun } from "./close-run";
import { chunkSizeFor } from "./run";
import { wakeOpenChunks } from "./wake-open-chunks";

/** Cuts a frozen audience into chunks and wakes their senders, in one transaction; called again it changes nothing. */
export async function openRun(
  ctx: WorkspaceContext,
  { runId }: { runId: string },
): Promise<{ chunks: number }> {
  ctx.require("campaigns.send");
  const chunks = await ctx.transaction(async (tx) => {
    const run = await findRun(tx.scope, runId);
    if (!run) throw notFound();
    if (!(await updateRunStatus(tx.scope, runId, ["freezing"], "sending"))) return 0;
    const count = await insertChunks(tx.scope, runId, chunkSizeFor(run.audienceCount));
    await wakeOpenChunks(tx, { runId, wake: 0 });
    return count;
  });
  if (chunks === 0) await closeRun(ctx, { runId });
  return { chunks };
}
