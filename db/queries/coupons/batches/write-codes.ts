import type { WorkspaceScope } from "@/db/scope";
import { isUniqueViolation } from "@/db/unique-violation";
import type { BatchRow } from "./batch-row";

/** Holds the row until the transaction ends: one at a time writes or takes codes of a batch. */
export async function lockBatch(tx: WorkspaceScope, batchId: string): Promise<BatchRow | undefined> {
  const rows = await tx.sql<BatchRow>`
    select * from coupon_batches where workspace_id = ${tx.id} and id = ${batchId} for no key update`;
  return rows[0];
}

/** Codes that follow one another from `from` on. */
export type CodeRows = { from: number; keys: string[]; codes: string[] };

type Batch = Pick<BatchRow, "id" | "offerId" | "isDisabled">;

/**
 * Writes them all, or none and gives `false` when one of them exists already. One statement with two arrays: row-level
 * security refuses COPY, which is no faster. `meanwhile` begins with the statement.
 */
export async function insertCodes(
  tx: WorkspaceScope,
  batch: Batch,
  rows: CodeRows,
  meanwhile: () => Promise<void>,
): Promise<boolean> {
  try {
    // Asked through the savepoint itself, or the driver takes the whole transaction for failed.
    await tx.connection.savepoint((inner) =>
      Promise.all([
        inner`
      insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq, is_disabled)
      select ${tx.id}, r.key, r.code, ${batch.offerId}, ${batch.id}, ${rows.from}::int + r.n - 1, ${batch.isDisabled}
      from unnest(${rows.keys}::text[], ${rows.codes}::text[]) with ordinality as r(key, code, n)`,
        meanwhile(),
      ]),
    );
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return false;
  }
}

/** Writes those whose code is free; gives the places of the others. */
export async function insertFreeCodes(
  tx: WorkspaceScope,
  batch: Batch,
  rows: { seqs: number[]; keys: string[]; codes: string[] },
): Promise<number[]> {
  const written = await tx.sql<{ seq: number }>`
    insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq, is_disabled)
    select ${tx.id}, r.key, r.code, ${batch.offerId}, ${batch.id}, r.seq, ${batch.isDisabled}
    from unnest(${rows.seqs}::int[], ${rows.keys}::text[], ${rows.codes}::text[]) as r(seq, key, code)
    on conflict (workspace_id, code_key) do nothing returning seq`;
  const done = new Set(written.map(({ seq }) => seq));
  return rows.seqs.filter((seq) => !done.has(seq));
}

/** Extra codes without a place; those that exist already are left out, so doing it again adds nothing. */
export async function insertHoneytokens(
  tx: WorkspaceScope,
  batch: Batch,
  { keys, codes }: { keys: string[]; codes: string[] },
): Promise<void> {
  await tx.sql`
    insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, is_honeytoken)
    select ${tx.id}, r.key, r.code, ${batch.offerId}, ${batch.id}, true
    from unnest(${keys}::text[], ${codes}::text[]) as r(key, code)
    on conflict (workspace_id, code_key) do nothing`;
}

export async function moveWatermark(tx: WorkspaceScope, batchId: string, generated: number): Promise<void> {
  await tx.sql`
    update coupon_batches set generated = ${generated}, started_at = coalesce(started_at, now()), updated_at = now(),
      status = case when status = 'pending' then 'generating' else status end
    where workspace_id = ${tx.id} and id = ${batchId}`;
}
