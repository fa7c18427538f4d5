import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { audienceCondition } from "../audience/audience-condition";

const nobodyYet = "00000000-0000-0000-0000-000000000000";
const everybody = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * Freezes the people of the next key range and moves the cursor in the same transaction: a repeat adds nobody,
 * a restart misses nobody. Gives the new cursor, or undefined when the end was reached.
 */
export async function freezeRange(
  tx: WorkspaceScope,
  {
    runId,
    filter,
    cursor,
    rangeSize,
  }: { runId: string; filter: AudienceFilter; cursor: string | null; rangeSize: number },
): Promise<string | undefined> {
  const after = cursor ?? nobodyYet;
  // Whoever holds the cursor is alone with its range, so the insert need not ask row by row who is in already.
  const held = await tx.sql`
    select 1 from runs
    where workspace_id = ${tx.id} and id = ${runId} and status = 'freezing' and frozen_at is null
      and freeze_cursor is not distinct from ${cursor} for no key update`;
  if (held.length === 0) throw new Error("Another worker has moved this freeze on.");
  const last = await lastOfRange(tx, after, rangeSize);
  const upTo = last ? tx.fragment`and c.id <= ${last}` : tx.fragment``;
  const { count } = await tx.connection`
    insert into notifications (workspace_id, run_id, contact_id)
    select c.workspace_id, ${runId}::uuid, c.id from contacts c
    where c.workspace_id = ${tx.id} and c.id > ${after} ${upTo} and c.erased_at is null
      and ${audienceCondition(tx, filter)}
    order by c.id`;
  await tx.sql`
    update runs set audience_count = audience_count + ${count},
      freeze_cursor = ${last ?? after}, frozen_at = ${last ? tx.fragment`null` : tx.fragment`now()`}
    where workspace_id = ${tx.id} and id = ${runId}`;
  return last;
}

async function lastOfRange(
  tx: WorkspaceScope,
  after: string,
  rangeSize: number,
): Promise<string | undefined> {
  const rows = await tx.sql<{ id: string }>`
    select id from contacts where workspace_id = ${tx.id} and id > ${after} order by id offset ${rangeSize - 1} limit 1`;
  return rows[0]?.id;
}

/** Cuts the frozen audience into ranges of `size` people. Run again it changes nothing. */
export async function insertChunks(tx: WorkspaceScope, runId: string, size: number): Promise<number> {
  await tx.sql`
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size)
    select ${tx.id}, ${runId}, row_number() over (order by position),
      coalesce(lag(contact_id) over (order by position), ${nobodyYet}::uuid), contact_id,
      position - coalesce(lag(position) over (order by position), 0)
    from (
      select contact_id, row_number() over (order by contact_id) as position, count(*) over () as total
      from notifications where workspace_id = ${tx.id} and run_id = ${runId}) numbered
    where position % ${size} = 0 or position = total
    on conflict do nothing`;
  const rows = await tx.sql<{ count: number }>`
    select count(*)::int as count from run_chunks where workspace_id = ${tx.id} and run_id = ${runId}`;
  return rows[0]?.count ?? 0;
}

/** Counts whoever was frozen as cancelled when the run was cancelled before it was cut into chunks. */
export async function cancelUncut(tx: WorkspaceScope, runId: string): Promise<void> {
  await tx.sql`
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size, status, cancelled, ended_at)
    select r.workspace_id, r.id, 1, ${nobodyYet}, ${everybody}, r.audience_count, 'cancelled', r.audience_count, now()
    from runs r where r.workspace_id = ${tx.id} and r.id = ${runId} and r.audience_count > 0
      and not exists (select 1 from run_chunks k where k.workspace_id = ${tx.id} and k.run_id = ${runId})`;
}
