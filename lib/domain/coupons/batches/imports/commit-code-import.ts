import { claimStaged, countStaged } from "@/db/queries/coupons/batches/import-rows";
import { insertBatch } from "@/db/queries/coupons/batches/write-batch";
import { findJob } from "@/db/queries/jobs/find-job";
import { type Job, loadJob } from "@/lib/domain/jobs/get-job";
import { startJob } from "@/lib/domain/jobs/start-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, invalidState, notFound, unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { defaultDesign } from "../code-design";
import { type Batch, loadBatch } from "../get-batch";
import { localDayOf, requireOffer } from "../prepare-batch";
import type { CodeWriteParams } from "./write-imported-codes";

type Input = { jobId: string; offerId: string; name?: string | undefined };

/** Makes a batch of what a check found to be importable. */
export async function commitCodeImport(
  ctx: WorkspaceContext,
  { jobId: checkId, offerId, name }: Input,
): Promise<{ batch: Batch; job: Job }> {
  ctx.require("coupons.write");
  const check = await findJob(ctx.scope, checkId);
  if (check?.kind !== "coupon_import" || check.params.phase !== "check") throw notFound();
  if (check.status !== "completed")
    throw invalidState("The file has not been checked to its end.", {
      from: check.status,
      allowed: ["completed"],
    });
  const [batchId, jobId] = [newId(), newId()];
  await ctx.transaction(async (tx) => {
    const offer = await requireOffer(tx, offerId);
    const quantity = await countStaged(tx.scope, checkId);
    if (!(await claimStaged(tx.scope, checkId, batchId)))
      throw conflict("These codes were imported already. Check a file again.", { reason: "import_done" });
    if (quantity === 0)
      throw unprocessable("The file holds no code that could be imported.", { reason: "nothing_to_import" });
    const localDay = await localDayOf(tx);
    const batch = await insertBatch(tx.scope, {
      ...{ id: batchId, offerId, quantity, jobId, localDay, name: name ?? check.title },
      ...{ source: "imported", honeytokens: 0, secret: null, createdBy: tx.actor.name },
      design: { ...defaultDesign, hasCheckLetter: false },
    });
    const params: CodeWriteParams = { phase: "write", batchId, checkId, headings: ["code"] };
    await startJob(tx, {
      id: jobId,
      kind: "coupon_import",
      title: batch.batchCode,
      total: quantity,
      params,
    });
    const after = { code: batch.batchCode, offer: offer.name, quantity };
    await tx.audit("batch.imported", { kind: "batch", id: batchId, name: batch.name }, { after });
  });
  return { batch: await loadBatch(ctx, batchId), job: await loadJob(ctx, jobId) };
}
