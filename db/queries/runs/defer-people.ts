import type { WorkspaceScope } from "@/db/scope";

export type DeferredGroup = {
  dueAt: Date;
  contactIds: string[];
  /** Some endpoint of theirs was asked before: the next sender must look at what was answered. */
  isRetry: boolean;
};

type Deferral = { runId: string; chunkNo: number; fence: number; groups: DeferredGroup[] };

/**
 * Moves people of a leased chunk into chunks of their own, due later; everybody is counted once all the while.
 * Gives the new chunks' numbers, or nothing when the lease is lost.
 */
export async function deferPeople(
  tx: WorkspaceScope,
  { runId, chunkNo, fence, groups }: Deferral,
): Promise<{ chunkNo: number; dueAt: Date }[]> {
  const people = groups.reduce((total, { contactIds }) => total + contactIds.length, 0);
  const held = await tx.sql`
    update run_chunks set size = size - ${people}
    where workspace_id = ${tx.id} and run_id = ${runId} and chunk_no = ${chunkNo} and fence = ${fence} returning 1`;
  if (held.length === 0) return [];
  const first = await takeWaves(tx, runId, groups.length);
  const numbered = groups.map((group, position) => ({ ...group, wave: first - position }));
  const moved = numbered.flatMap(({ contactIds, wave }) =>
    contactIds.map((contactId) => ({ contactId, wave })),
  );
  await tx.sql`
    update notifications n set wave = m.wave
    from unnest(${moved.map(({ contactId }) => contactId)}::uuid[], ${moved.map(({ wave }) => wave)}::int[])
      as m (contact_id, wave)
    where n.workspace_id = ${tx.id} and n.run_id = ${runId} and n.contact_id = m.contact_id`;
  const rows = numbered.map(({ contactIds, wave, dueAt, isRetry }) => ({
    wave,
    dueAt,
    isRetry,
    size: contactIds.length,
    last: contactIds.toSorted().at(-1),
  }));
  return tx.sql<{ chunkNo: number; dueAt: Date }>`
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size, wave, due_at,
      intent_contact_id)
    select ${tx.id}, ${runId}, newest.chunk_no + row_number() over (order by g.wave desc), ${nobodyYet}::uuid, g.last,
      g.size, g.wave, g."dueAt", case when g."isRetry" then g.last end
    from jsonb_to_recordset(${tx.json(rows)}) as g (wave int, "dueAt" timestamptz, "isRetry" boolean, size int, last uuid),
      (select max(chunk_no) as chunk_no from run_chunks where workspace_id = ${tx.id} and run_id = ${runId}) newest
    returning chunk_no, due_at`;
}

const nobodyYet = "00000000-0000-0000-0000-000000000000";

/** Numbers below zero, each used once; the run's row keeps those who take them apart. */
async function takeWaves(tx: WorkspaceScope, runId: string, count: number): Promise<number> {
  const [run] = await tx.sql<{ deferrals: number }>`
    update runs set deferrals = deferrals + ${count} where workspace_id = ${tx.id} and id = ${runId} returning deferrals`;
  return -((run?.deferrals ?? count) - count + 1);
}
