import type { WorkspaceScope } from "@/db/scope";

/** A batch that messages outgrow is asked for more codes; never for fewer. */
export async function extendBatch(tx: WorkspaceScope, batchId: string, quantity: number): Promise<void> {
  await tx.sql`
    update coupon_batches set quantity = greatest(quantity, ${quantity}), updated_at = now()
    where workspace_id = ${tx.id} and id = ${batchId}`;
}
