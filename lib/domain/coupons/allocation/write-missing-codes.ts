import { extendBatch } from "@/db/queries/coupons/allocation/extend-batch";
import type { BatchRow } from "@/db/queries/coupons/batches/batch-row";
import type { WorkspaceScope } from "@/db/scope";
import { writeCodes } from "../batches/write-codes";
import { makeableOf } from "./makeable";

/** Makes a locked batch longer by as many codes as a window is short of; false when it cannot be. */
export async function writeMissingCodes(
  tx: WorkspaceScope,
  batch: BatchRow,
  missing: number,
): Promise<boolean> {
  const count = Math.min(missing, makeableOf({ ...batch, hasSecret: batch.secret !== null }));
  if (count === 0) return false;
  const upTo = batch.generated + count;
  await extendBatch(tx, batch.id, upTo);
  const { written } = await writeCodes(tx, batch.id, upTo);
  return written > 0;
}
