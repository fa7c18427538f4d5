import type { BatchRow } from "@/db/queries/coupons/batches/batch-row";
import { completeBatch, countCodes } from "@/db/queries/coupons/batches/write-batch";
import { lockBatch } from "@/db/queries/coupons/batches/write-codes";
import type { JobBatch, JobRun } from "@/lib/domain/jobs/job-run";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { notFound, unprocessable } from "@/lib/platform/errors";
import { blockCodes } from "./code-letters";
import { type CodesAhead, plantHoneytokens, writeCodes } from "./write-codes";

type Result = { requested: number; generated: number; replaced: number; distinct?: number };

/** One slice of a batch: block after block, each with its watermark and the job's progress in one transaction. */
export async function generateCodes(run: JobRun): Promise<boolean> {
  const { batchId } = run.job.params as { batchId: string };
  const ahead: CodesAhead = {};
  for (let isComplete = false; ; ) {
    await run.commit(async (tx) => {
      const batch = await lockBatch(tx.scope, batchId);
      if (!batch) throw notFound();
      isComplete = batch.generated >= batch.quantity;
      return isComplete ? finish(run, tx, batch) : writeBlock(run, tx, batch, ahead);
    });
    if (isComplete || run.isSliceOver()) return isComplete;
  }
}

const replacedSoFar = (run: JobRun): number => (run.job.result as Partial<Result> | null)?.replaced ?? 0;

async function writeBlock(
  run: JobRun,
  tx: TransactionContext,
  batch: BatchRow,
  ahead: CodesAhead,
): Promise<JobBatch> {
  const { generated, replaced } = await writeCodes(tx.scope, batch.id, batch.generated + blockCodes, ahead);
  const result: Result = {
    requested: batch.quantity,
    generated,
    replaced: replacedSoFar(run) + replaced,
  };
  // A campaign in need may have written some of them.
  return { done: generated - run.job.done, cursor: { generated }, result };
}

/** Done only when the rows themselves say so. */
async function finish(run: JobRun, tx: TransactionContext, batch: BatchRow): Promise<JobBatch> {
  const { generated, distinct } = await countCodes(tx.scope, batch.id);
  const { quantity } = batch;
  if (generated !== quantity || distinct !== quantity) throw miscounted(batch, { generated, distinct });
  await plantHoneytokens(tx.scope, batch);
  const replaced = replacedSoFar(run);
  const receipt = { requested: quantity, generated, distinct, replaced, refused: 0 };
  await completeBatch(tx.scope, batch.id, {
    receipt: { ...receipt, millis: run.job.activeMillis },
    quantity,
  });
  const after = { generated, distinct };
  await tx.audit("batch.completed", { kind: "batch", id: batch.id, name: batch.name }, { after });
  return { done: generated - run.job.done, cursor: { generated }, result: receipt };
}

const miscounted = (
  { quantity }: BatchRow,
  { generated, distinct }: { generated: number; distinct: number },
) =>
  unprocessable(
    `Of ${quantity} codes ${generated} are there, ${distinct} of them different. Cancel the batch and make another.`,
    { reason: "batch_miscounted", generated, distinct },
  );
