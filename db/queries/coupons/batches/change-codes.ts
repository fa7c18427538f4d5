import type { WorkspaceScope } from "@/db/scope";

type Part = { batchId: string; from: number; to: number };

/** Disables or enables codes `from` until before `to`; gives how many changed. */
/** As their batch says by now: of two changes under way the later one counts. The caller holds the batch. */
export async function setCodesDisabled(tx: WorkspaceScope, { batchId, from, to }: Part): Promise<number> {
  const [changed] = await tx.sql<{ count: number }>`
    with changed as (
      update coupon_codes c set is_disabled = b.is_disabled from coupon_batches b
      where b.workspace_id = ${tx.id} and b.id = ${batchId}
        and c.workspace_id = ${tx.id} and c.batch_id = ${batchId} and c.seq >= ${from} and c.seq < ${to}
        and c.is_disabled <> b.is_disabled
      returning 1)
    select count(*)::int as count from changed`;
  return changed?.count ?? 0;
}

/** What was given to somebody or stands in the ledger stays. */
export async function deleteUnusedCodes(tx: WorkspaceScope, { batchId, from, to }: Part): Promise<number> {
  const [gone] = await tx.sql<{ count: number }>`
    with gone as (
      delete from coupon_codes c
      where c.workspace_id = ${tx.id} and c.batch_id = ${batchId} and c.seq >= ${from} and c.seq < ${to}
        and c.uses = 0 and c.contact_id is null
        and not exists (
          select 1 from coupon_redemptions r where r.workspace_id = ${tx.id} and r.code_key = c.code_key)
      returning 1)
    select count(*)::int as count from gone`;
  return gone?.count ?? 0;
}

export async function deleteHoneytokens(tx: WorkspaceScope, batchId: string): Promise<void> {
  await tx.sql`
    delete from coupon_codes
    where workspace_id = ${tx.id} and batch_id = ${batchId} and seq is null and is_honeytoken`;
}

/** Whether a code of the batch was ever given to anybody or used, also where that was taken back. */
export async function isBatchTouched(tx: WorkspaceScope, batchId: string): Promise<boolean> {
  const [row] = await tx.sql<{ isTouched: boolean }>`
    select allocated > 0
      or exists (select 1 from coupon_redemptions r where r.workspace_id = ${tx.id} and r.batch_id = ${batchId})
      or exists (select 1 from code_allocations a where a.workspace_id = ${tx.id} and a.batch_id = ${batchId})
      as is_touched
    from coupon_batches where workspace_id = ${tx.id} and id = ${batchId}`;
  return row?.isTouched ?? false;
}

/** Whether a campaign, or a message of an automation, is to give out its codes. */
export async function isBatchNamed(tx: WorkspaceScope, batchId: string): Promise<boolean> {
  const [row] = await tx.sql<{ isNamed: boolean }>`
    select exists (select 1 from campaigns where workspace_id = ${tx.id} and coupon_batch_id = ${batchId}) as is_named`;
  return row?.isNamed ?? false;
}
