import type { BatchRow } from "@/db/queries/coupons/batches/batch-row";
import { deleteStaged, writeStaged } from "@/db/queries/coupons/batches/import-rows";
import { completeBatch, countCodes } from "@/db/queries/coupons/batches/write-batch";
import { lockBatch, moveWatermark } from "@/db/queries/coupons/batches/write-codes";
import { retryOnUniqueViolation } from "@/db/unique-violation";
import type { JobBatch, JobRun } from "@/lib/domain/jobs/job-run";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { notFound, unprocessable } from "@/lib/platform/errors";

export type CodeWriteParams = { phase: "write"; batchId: string; checkId: string; headings: string[] };

type Cursor = { line: number; isEnd: boolean };

const pageCodes = 20_000;

/** Writes what was put aside, page after page. What came to be there since the check is refused. */
export async function writeImportedCodes(run: JobRun): Promise<boolean> {
  for (let isComplete = false; ; ) {
    // Somebody may write one of these codes at the same moment; the next try sees it.
    await retryOnUniqueViolation(() =>
      run.commit(async (tx) => {
        const { batchId } = run.job.params as CodeWriteParams;
        const batch = await lockBatch(tx.scope, batchId);
        if (!batch) throw notFound();
        isComplete = (run.job.cursor as Cursor | null)?.isEnd ?? false;
        return isComplete ? finish(run, tx, batch) : writePage(run, tx, batch);
      }),
    );
    if (isComplete || run.isSliceOver()) return isComplete;
  }
}

async function writePage(run: JobRun, tx: TransactionContext, batch: BatchRow): Promise<JobBatch> {
  const { checkId } = run.job.params as CodeWriteParams;
  const { line = 0 } = (run.job.cursor ?? {}) as Partial<Cursor>;
  const page = await writeStaged(tx.scope, batch, { jobId: checkId, after: line, limit: pageCodes });
  const generated = batch.generated + page.written;
  await moveWatermark(tx.scope, batch.id, generated);
  const problems = [{ reason: "code_exists", column: "code" }];
  const errors = page.existing.map((row) => ({ line: row.line, fields: [row.code], problems }));
  const cursor: Cursor = { line: page.last ?? line, isEnd: page.last === null };
  return {
    ...{ done: page.written, failed: errors.length, errors, cursor },
    result: { requested: batch.quantity, generated, existing: run.job.failed + errors.length },
  };
}

async function finish(run: JobRun, tx: TransactionContext, batch: BatchRow): Promise<JobBatch> {
  const { checkId } = run.job.params as CodeWriteParams;
  const counted = await countCodes(tx.scope, batch.id);
  const refused = run.job.failed;
  const { quantity: requested, generated } = batch;
  if (counted.generated !== generated || counted.distinct !== generated || generated + refused !== requested)
    throw unprocessable(`Of ${requested} codes ${counted.generated} are there. Import the file again.`, {
      reason: "batch_miscounted",
    });
  if (generated === 0)
    throw unprocessable("Every code of the file came to be there since it was checked.", {
      reason: "nothing_to_import",
    });
  const receipt = { requested, ...counted, replaced: 0, refused, millis: run.job.activeMillis };
  await completeBatch(tx.scope, batch.id, { receipt, quantity: generated });
  await deleteStaged(tx.scope, checkId);
  await tx.audit("batch.completed", { kind: "batch", id: batch.id, name: batch.name }, { after: counted });
  return { done: 0, cursor: { ...run.job.cursor }, result: { requested, ...counted, existing: refused } };
}
