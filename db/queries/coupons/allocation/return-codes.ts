import type { WorkspaceScope } from "@/db/scope";

type Ended = { runId: string; unused: string[]; uncertain: string[] };

/** Codes of people whom nothing reached go to others; a code that may have arrived stays with its person for good. */
export async function returnCodes(tx: WorkspaceScope, { runId, unused, uncertain }: Ended): Promise<void> {
  if (uncertain.length > 0)
    await tx.sql`
      update code_allocations set may_have_arrived = true
      where workspace_id = ${tx.id} and run_id = ${runId} and contact_id = any(${uncertain}) and not may_have_arrived`;
  if (unused.length === 0) return;
  await tx.sql`
    with back as (
      delete from code_allocations
      where workspace_id = ${tx.id} and run_id = ${runId} and contact_id = any(${unused}) and not may_have_arrived
      returning batch_id, seq)
    insert into returned_codes (workspace_id, batch_id, seq) select ${tx.id}, batch_id, seq from back`;
}

/**
 * Of a cancelled run, before its chunks are closed: codes of people whose chunk was given back in good order, so that nobody
 * was asked for them. Where a sender vanished, who knows.
 */
export async function returnUnsentCodes(tx: WorkspaceScope, runId: string): Promise<void> {
  await tx.sql`
    with back as (
      delete from code_allocations a
      where a.workspace_id = ${tx.id} and a.run_id = ${runId} and not a.may_have_arrived
        and not exists (select 1 from deliveries d where d.workspace_id = ${tx.id} and d.run_id = ${runId}
          and d.contact_id = a.contact_id and d.status in ('accepted', 'delivered', 'unknown'))
        and exists (select 1 from notifications n join run_chunks k on k.workspace_id = ${tx.id} and k.run_id = ${runId}
          and k.wave = n.wave and n.contact_id > k.after_contact_id and n.contact_id <= k.last_contact_id
          where n.workspace_id = ${tx.id} and n.run_id = ${runId} and n.contact_id = a.contact_id
            and k.status in ('pending', 'sending') and k.lease_until is null)
      returning a.batch_id, a.seq)
    insert into returned_codes (workspace_id, batch_id, seq) select ${tx.id}, batch_id, seq from back`;
}
