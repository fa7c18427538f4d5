import { allocateCodes } from "@/db/queries/coupons/allocation/allocate-codes";
import { lockBatch } from "@/db/queries/coupons/batches/write-codes";
import type { WindowContact } from "@/db/queries/runs/delivery-window";
import type { RunRow } from "@/db/queries/runs/runs";
import type { WorkspaceScope } from "@/db/scope";
import { writeMissingCodes } from "@/lib/domain/coupons/allocation/write-missing-codes";

type Recipient = Pick<WindowContact, "contactId" | "couponCode">;

type CouponRun = RunRow & { couponBatchId: string };

/** Tests show a made-up code, so that a batch is as full after them as before. */
export const givesCodes = (run: RunRow): run is CouponRun =>
  run.couponBatchId !== null && run.kind !== "test";

/** Notes with each person the code that is theirs. Gives the ids of those for whom there is none; the holdout wants none. */
export async function giveCodes(
  tx: WorkspaceScope,
  { id: runId, couponBatchId: batchId, couponHoldoutPercent: holdoutPercent }: CouponRun,
  people: readonly Recipient[],
): Promise<string[]> {
  const missing = new Map(people.map((person) => [person.contactId, person]));
  if (missing.size === 0) return [];
  const batch = await lockBatch(tx, batchId);
  const give = async (): Promise<void> => {
    for (let isWorthwhile = true; isWorthwhile && missing.size > 0; ) {
      const wanted = { runId, batchId, holdoutPercent, contactIds: [...missing.keys()] };
      const { given, took } = await allocateCodes(tx, wanted);
      for (const { contactId, code } of given) {
        const person = missing.get(contactId);
        if (person) person.couponCode = code;
        missing.delete(contactId);
      }
      isWorthwhile = took;
    }
  };
  await give();
  if (batch && missing.size > 0 && (await writeMissingCodes(tx, batch, missing.size))) await give();
  return [...missing.keys()];
}
