import {
  deleteHoneytokens,
  deleteUnusedCodes,
  isBatchNamed,
  isBatchTouched,
  setCodesDisabled,
} from "@/db/queries/coupons/batches/change-codes";
import { type BatchListRow, findBatch } from "@/db/queries/coupons/batches/list-batches";
import { deleteBatchRow, setBatchDisabled, withdrawUngiven } from "@/db/queries/coupons/batches/write-batch";
import { lockBatch } from "@/db/queries/coupons/batches/write-codes";
import { type Job, loadJob } from "@/lib/domain/jobs/get-job";
import type { JobRun } from "@/lib/domain/jobs/job-run";
import { startJob } from "@/lib/domain/jobs/start-job";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, invalidState, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

type CodeAct = "disable" | "enable" | "delete";

type Params = { batchId: string; act: CodeAct; from: number; to: number; removesBatch: boolean };

const partCodes = 20_000;

type Reference = { batchId: string };

export const disableCodes = (ctx: WorkspaceContext, input: Reference): Promise<Job> =>
  switchCodes(ctx, input, "disable");

export const enableCodes = (ctx: WorkspaceContext, input: Reference): Promise<Job> =>
  switchCodes(ctx, input, "enable");

/** All codes of the batch, and those it will still write. */
async function switchCodes(
  ctx: WorkspaceContext,
  { batchId }: Reference,
  act: "disable" | "enable",
): Promise<Job> {
  ctx.require("coupons.write");
  const jobId = await ctx.transaction(async (tx) => {
    const batch = await lockedBatch(tx, batchId);
    await setBatchDisabled(tx.scope, batchId, act === "disable");
    await tx.audit(`batch.${act}d`, { kind: "batch", id: batchId, name: batch.name });
    return startCodeChange(tx, batch, act);
  });
  return loadJob(ctx, jobId);
}

/** Only a batch of which nobody ever got or used a code, and that no message is to give out. */
export async function deleteBatch(ctx: WorkspaceContext, { batchId }: Reference): Promise<Job> {
  ctx.require("coupons.write");
  const jobId = await ctx.transaction(async (tx) => {
    const batch = await lockedBatch(tx, batchId);
    const { status } = batch;
    if (status === "pending" || status === "generating" || status === "paused")
      throw invalidState("Codes are still being written. Cancel the batch first.", {
        from: status,
        allowed: ["completed", "failed", "cancelled"],
      });
    if (await isBatchTouched(tx.scope, batchId))
      throw conflict("Codes of this batch were given to people or used. Disable them instead.", {
        reason: "batch_in_use",
      });
    if (await isBatchNamed(tx.scope, batchId))
      throw conflict(
        "A campaign or an automation gives out codes of this batch. Choose another there first.",
        {
          reason: "batch_named",
        },
      );
    await tx.audit("batch.deleted", { kind: "batch", id: batchId, name: batch.name });
    return startCodeChange(tx, batch, "delete", true);
  });
  return loadJob(ctx, jobId);
}

async function lockedBatch(tx: TransactionContext, batchId: string): Promise<BatchListRow> {
  await lockBatch(tx.scope, batchId);
  const batch = await findBatch(tx.scope, batchId);
  if (!batch) throw notFound();
  return batch;
}

/** Five million rows are changed in parts, in the background; gives the job. */
export async function startCodeChange(
  tx: TransactionContext,
  batch: Pick<BatchListRow, "id" | "batchCode" | "generated" | "allocated">,
  act: CodeAct,
  removesBatch = false,
): Promise<string> {
  const jobId = newId();
  const from = act === "delete" ? batch.allocated : 0;
  const params: Params = { batchId: batch.id, act, from, to: batch.generated, removesBatch };
  if (act === "delete") await withdrawUngiven(tx.scope, batch.id);
  const total = params.to - from;
  await startJob(tx, { id: jobId, kind: "coupon_change", title: batch.batchCode, total, params });
  return jobId;
}

/** One slice of a change of many codes. */
export async function changeCodes(run: JobRun): Promise<boolean> {
  const { batchId, act, to, removesBatch, ...params } = run.job.params as Params;
  for (;;) {
    const { from = params.from } = (run.job.cursor ?? {}) as { from?: number };
    if (from >= to) break;
    const part = { batchId, from, to: Math.min(to, from + partCodes) };
    await run.commit(async (tx) => {
      await lockBatch(tx.scope, batchId);
      const changed =
        act === "delete" ? await deleteUnusedCodes(tx.scope, part) : await setCodesDisabled(tx.scope, part);
      const { codes = 0 } = (run.job.result ?? {}) as { codes?: number };
      return { done: part.to - from, cursor: { from: part.to }, result: { codes: codes + changed } };
    });
    if (run.isSliceOver()) return false;
  }
  if (act === "delete") await run.ctx.transaction((tx) => clearBatch(tx, batchId, removesBatch));
  return true;
}

async function clearBatch(tx: TransactionContext, batchId: string, removesBatch: boolean): Promise<void> {
  await deleteHoneytokens(tx.scope, batchId);
  // Somebody may have used a code, or named the batch, while the others went: then the batch stays.
  if (!removesBatch || (await isBatchTouched(tx.scope, batchId)) || (await isBatchNamed(tx.scope, batchId)))
    return;
  await deleteBatchRow(tx.scope, batchId);
}
