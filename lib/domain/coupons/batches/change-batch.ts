import type { BatchListRow } from "@/db/queries/coupons/batches/list-batches";
import { findBatch } from "@/db/queries/coupons/batches/list-batches";
import { changeJob } from "@/lib/domain/jobs/change-job";
import type { JobAction } from "@/lib/domain/jobs/job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidState, notFound } from "@/lib/platform/errors";
import { startCodeChange } from "./change-codes";
import { type Batch, loadBatch } from "./get-batch";

type Reference = { batchId: string };

/** The block at work ends or is undone; the batch goes on from there. */
export const pauseBatch = (ctx: WorkspaceContext, input: Reference): Promise<Batch> =>
  change(ctx, input, "pause");

export const resumeBatch = (ctx: WorkspaceContext, input: Reference): Promise<Batch> =>
  change(ctx, input, "resume");

/** Ends the batch. Codes that exist stay usable, unless they are to go as well. */
export const cancelBatch = (
  ctx: WorkspaceContext,
  { deleteCodes = false, ...input }: Reference & { deleteCodes?: boolean | undefined },
): Promise<Batch> => change(ctx, input, "cancel", deleteCodes);

async function change(
  ctx: WorkspaceContext,
  { batchId }: Reference,
  action: JobAction,
  deletesCodes = false,
): Promise<Batch> {
  ctx.require("coupons.write");
  await ctx.transaction(async (tx) => {
    const batch = await requireBatch(tx, batchId);
    if (!batch.jobId) throw ended(batch);
    await changeJob(tx, batch.jobId, action);
    if (deletesCodes) await startCodeChange(tx, await requireBatch(tx, batchId), "delete");
  });
  return loadBatch(ctx, batchId);
}

async function requireBatch(ctx: WorkspaceContext, batchId: string): Promise<BatchListRow> {
  const batch = await findBatch(ctx.scope, batchId);
  if (!batch) throw notFound();
  return batch;
}

const ended = ({ status }: BatchListRow) =>
  invalidState(`A batch that is ${status} has nothing to stop.`, {
    from: status,
    allowed: ["pending", "generating", "paused"],
  });
