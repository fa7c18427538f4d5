import type { WorkspaceScope } from "@/db/scope";
import type { BatchRow } from "./coupon-of-batch";

type NewCode = { seq: number; code: string; codeKey: string };

/** Gives the numbers of those that were written; the keys of the others are taken. */
export async function insertCodes(
  tx: WorkspaceScope,
  { id, offerId }: Pick<BatchRow, "id" | "offerId">,
  codes: readonly NewCode[],
): Promise<number[]> {
  const rows = await tx.sql<{ seq: number }>`
    insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq)
    select ${tx.id}, c.code_key, c.code, ${offerId}, ${id}, c.seq
    from unnest(${codes.map(({ seq }) => seq)}::int[], ${codes.map(({ code }) => code)}::text[],
      ${codes.map(({ codeKey }) => codeKey)}::text[]) as c(seq, code, code_key)
    on conflict (workspace_id, code_key) do nothing returning seq`;
  return rows.map(({ seq }) => seq);
}

export async function setGenerated(tx: WorkspaceScope, batchId: string, generated: number): Promise<void> {
  await tx.sql`
    update coupon_batches set generated = ${generated}, quantity = greatest(quantity, ${generated}), updated_at = now()
    where workspace_id = ${tx.id} and id = ${batchId}`;
}
