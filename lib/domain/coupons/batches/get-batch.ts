import { type BatchListRow, findBatch } from "@/db/queries/coupons/batches/list-batches";
import { rateOf, secondsLeftOf } from "@/lib/domain/jobs/job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

export type Batch = ReturnType<typeof toBatch>;

/** With what a progress bar shows: rows a second, and seconds left. */
export function toBatch({ offerId, offerName, ...row }: BatchListRow) {
  const progress = {
    done: row.jobDone,
    failed: row.jobFailed,
    total: row.jobTotal,
    activeMillis: row.jobActiveMillis,
    status: row.jobStatus ?? "completed",
  };
  return {
    ...row,
    offer: { id: offerId, name: offerName },
    ratePerSecond: row.status === "generating" ? rateOf(progress) : null,
    secondsLeft: row.status === "generating" ? secondsLeftOf(progress) : null,
  };
}

export async function getBatch(ctx: WorkspaceContext, { batchId }: { batchId: string }): Promise<Batch> {
  ctx.require("coupons.read");
  return loadBatch(ctx, batchId);
}

export async function loadBatch(ctx: WorkspaceContext, batchId: string): Promise<Batch> {
  const row = await findBatch(ctx.scope, batchId);
  if (!row) throw notFound();
  return toBatch(row);
}
