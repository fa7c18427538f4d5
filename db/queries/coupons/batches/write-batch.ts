import type { WorkspaceScope } from "@/db/scope";
import { type BatchReceipt, type BatchSource, batchCodeOf } from "@/lib/domain/coupons/batches/batch";
import type { CodeDesign } from "@/lib/domain/coupons/batches/code-design";
import type { BatchRow } from "./batch-row";

export type NewBatch = {
  id: string;
  offerId: string;
  name: string;
  source: BatchSource;
  design: CodeDesign;
  quantity: number;
  honeytokens: number;
  secret: string | null;
  jobId: string;
  createdBy: string;
  /** Of the workspace's zone, `2026-11-28`. */
  localDay: string;
};

/** The next number of the day is whoever's writes it first; the others take the one after it. */
export async function insertBatch(tx: WorkspaceScope, batch: NewBatch): Promise<BatchRow> {
  const start = batchCodeOf(batch.localDay, 0).slice(0, -3);
  for (;;) {
    const [last] = await tx.sql<{ number: number }>`
      select coalesce(max(substr(batch_code, ${start.length + 1})::int), 0) as number from coupon_batches
      where workspace_id = ${tx.id} and batch_code ~ ${`^${start}[0-9]{3,9}$`}`;
    const batchCode = batchCodeOf(batch.localDay, (last?.number ?? 0) + 1);
    const rows = await tx.sql<BatchRow>`
      insert into coupon_batches (workspace_id, id, offer_id, batch_code, name, source, design, quantity, honeytokens,
        secret, job_id, created_by)
      values (${tx.id}, ${batch.id}, ${batch.offerId}, ${batchCode}, ${batch.name || batchCode}, ${batch.source},
        ${tx.json(batch.design)}, ${batch.quantity}, ${batch.honeytokens}, ${batch.secret}, ${batch.jobId},
        ${batch.createdBy})
      on conflict (workspace_id, batch_code) do nothing returning *`;
    if (rows[0]) return rows[0];
  }
}

/** Counted from the rows themselves; codes that nobody is given do not count. */
export async function countCodes(
  tx: WorkspaceScope,
  batchId: string,
): Promise<{ generated: number; distinct: number }> {
  const [counted] = await tx.sql<{ generated: number; distinct: number }>`
    select count(*)::int as generated, count(distinct code_key)::int as distinct from coupon_codes
    where workspace_id = ${tx.id} and batch_id = ${batchId} and not is_honeytoken`;
  return counted ?? { generated: 0, distinct: 0 };
}

/** Of an import the quantity is what came in at last. */
export async function completeBatch(
  tx: WorkspaceScope,
  batchId: string,
  { receipt, quantity }: { receipt: BatchReceipt; quantity: number },
): Promise<void> {
  await tx.sql`
    update coupon_batches set status = 'completed', receipt = ${tx.json(receipt)}, quantity = ${quantity},
      error_detail = null, started_at = coalesce(started_at, now()), ended_at = now(), updated_at = now()
    where workspace_id = ${tx.id} and id = ${batchId}`;
}

export async function setBatchDisabled(
  tx: WorkspaceScope,
  batchId: string,
  isDisabled: boolean,
): Promise<void> {
  await tx.sql`
    update coupon_batches set is_disabled = ${isDisabled}, updated_at = now()
    where workspace_id = ${tx.id} and id = ${batchId}`;
}

/** Nobody is given a code from here on that is about to go, and no more are written. */
export async function withdrawUngiven(tx: WorkspaceScope, batchId: string): Promise<void> {
  await tx.sql`
    update coupon_batches set generated = allocated, status = 'cancelled', updated_at = now()
    where workspace_id = ${tx.id} and id = ${batchId}`;
}

export async function deleteBatchRow(tx: WorkspaceScope, batchId: string): Promise<void> {
  await tx.sql`delete from coupon_batches where workspace_id = ${tx.id} and id = ${batchId}`;
}
