import { randomBytes } from "node:crypto";
import { insertBatch } from "@/db/queries/coupons/batches/write-batch";
import { type Job, loadJob } from "@/lib/domain/jobs/get-job";
import { startJob } from "@/lib/domain/jobs/start-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { credentialBox } from "@/lib/platform/crypto/credential-box";
import { newId } from "@/lib/platform/ids";
import { secretBytes } from "./code-letters";
import { type Batch, loadBatch } from "./get-batch";
import {
  type DesignDraft,
  localDayOf,
  requireDesign,
  requireOffer,
  requireQuantity,
  requireStrength,
} from "./prepare-batch";

type Input = {
  offerId: string;
  name?: string | undefined;
  design?: DesignDraft | undefined;
  quantity: number;
  honeytokens?: number | undefined;
};

/** Codes are written in the background; the batch has its code, and its job, at once. */
export async function createBatch(ctx: WorkspaceContext, input: Input): Promise<{ batch: Batch; job: Job }> {
  ctx.require("coupons.write");
  const { offerId, quantity, name = "", honeytokens = 0 } = input;
  const design = requireDesign(input.design ?? {});
  requireQuantity(quantity);
  requireStrength(design, quantity);
  const [id, jobId] = [newId(), newId()];
  const secret = credentialBox().seal(
    { workspaceId: ctx.workspaceId, rowId: id, field: "secret" },
    randomBytes(secretBytes).toString("base64url"),
  );
  await ctx.transaction(async (tx) => {
    const offer = await requireOffer(tx, offerId);
    const localDay = await localDayOf(tx);
    const { name: actor } = tx.actor;
    const batch = await insertBatch(tx.scope, {
      ...{ id, offerId, name, source: "generated", design, quantity, honeytokens, secret, jobId, localDay },
      createdBy: actor,
    });
    await startJob(tx, {
      id: jobId,
      kind: "coupon_generation",
      title: batch.batchCode,
      total: quantity,
      params: { batchId: id },
    });
    const after = { code: batch.batchCode, offer: offer.name, quantity, honeytokens };
    await tx.audit("batch.created", { kind: "batch", id, name: batch.name }, { after });
  });
  return { batch: await loadBatch(ctx, id), job: await loadJob(ctx, jobId) };
}
